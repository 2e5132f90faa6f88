// What the lines of a bank's file are, in a person's words: why one cannot be read, why a payment is new or not, and
// why a whole file cannot be taken. Used by the statement screen.
#pragma once

#include "app/ui/look.hpp"
#include "app/ui/text_key.hpp"
#include "plugins/direct_payments/pages/statement/statement_desk.hpp"

#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

void tell(ui::Ui& ui, ui::TextKey key, ui::TextLook look = ui::TextLook::Body);
std::string line_text(const ui::Ui& ui, LineReason reason);
std::string fault_text(const ui::Ui& ui, const StatementDesk::Fault& fault);
// "ALDERMERE SWIM CLUB, £8.00": with which way the money went.
std::string payment_text(const ui::Ui& ui, const StatementRow& row);
std::string category_of_row_text(const ui::Ui& ui, const PreviewRow& row, const Book& book);
std::string reason_text(const ui::Ui& ui, const PreviewRow& row, const Book& book);
std::string more_text(const ui::Ui& ui, std::size_t count);  // "Show 12 more"

}  // namespace alongside::direct_payments
