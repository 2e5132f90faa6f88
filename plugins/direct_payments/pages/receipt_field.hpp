// ReceiptField: adding photos of receipts while a payment is written down, and taking them out again. The
// list belongs to the page, which keeps it in its draft: a photo is in the list before it is on the disk,
// so none is ever kept that no draft knows. Owned by a page; an answer after its end does nothing.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/spend_form.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {
class Host;
namespace ui {
class Ui;
struct PickedFile;
}  // namespace ui
}  // namespace alongside

namespace alongside::direct_payments {

class ReceiptField {
 public:
  explicit ReceiptField(Host& host) : host_(host) {}

  void reset();
  // True when the list has changed. `label`: what it is a photo of; empty: the receipt.
  bool draw_ui(ui::Ui& ui, std::vector<ReceiptNote>& notes, const std::string& label = {});
  bool is_busy() const { return !adding_.empty(); }  // a photo is being made ready
  // Those that are on this device's disk.
  std::vector<DocumentId> kept(const std::vector<ReceiptNote>& notes) const;

 private:
  struct Adding {
    DocumentId id;
    std::optional<Result<void>> outcome;
  };

  bool settle(std::vector<ReceiptNote>& notes);
  void begin(std::vector<ReceiptNote>& notes, const ui::PickedFile& picked);
  bool list_ui(ui::Ui& ui, std::vector<ReceiptNote>& notes);

  Host& host_;
  std::vector<std::shared_ptr<Adding>> adding_;
  std::optional<Error> fault_;
};

}  // namespace alongside::direct_payments
