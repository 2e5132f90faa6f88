// The receipts of a payment in words: where each is, and how to open it. Used by the screen of one payment.
#pragma once

#include "plugins/direct_payments/pages/receipts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside {
class Host;
namespace ui {
class Ui;
}
}  // namespace alongside

namespace alongside::direct_payments {

std::string size_text(std::uint32_t bytes);  // "240 KB", "1.2 MB"
void receipt_list_ui(ui::Ui& ui, Host& host, const std::vector<Receipt>& receipts);

}  // namespace alongside::direct_payments
