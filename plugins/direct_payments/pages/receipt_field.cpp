#include "plugins/direct_payments/pages/receipt_field.hpp"

#include "app/plugin_api/attachments.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/receipts.hpp"
#include "plugins/direct_payments/pages/receipts_ui.hpp"

#include <algorithm>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string fault_text(const ui::Ui& ui, const Error& error) {
  switch (error.code) {
    case ErrorCode::InvalidInput: return ui.tr("direct_payments.receipt.not_a_photo"_t);
    case ErrorCode::Offline: return ui.tr("direct_payments.receipt.offline"_t);
    case ErrorCode::TooLarge: break;
    default: return ui.tr("direct_payments.receipt.not_kept"_t);
  }
  if (error.detail == "full") return ui.tr("direct_payments.receipt.full"_t);
  return error.detail == "many" ? ui.tr("direct_payments.receipt.many"_t) : ui.tr("direct_payments.receipt.large"_t);
}

}  // namespace

void ReceiptField::reset() {
  adding_.clear();
  fault_.reset();
}

bool ReceiptField::draw_ui(ui::Ui& ui, std::vector<ReceiptNote>& notes, const std::string& label) {
  bool is_changed = settle(notes);
  if (notes.size() >= most_receipts) {
    ui.text(ui.tr("direct_payments.receipt.most"_t), ui::TextLook::Soft);
  } else if (const auto picked = ui.file_field(
                 "receipt",
                 {label.empty() ? ui.tr("direct_payments.receipt.add"_t) : label,
                  ui.tr("direct_payments.receipt.hint"_t), fault_ ? fault_text(ui, *fault_) : std::string()},
                 ui.tr("direct_payments.receipt.choose"_t))) {
    begin(notes, *picked);
    is_changed = true;
  }
  if (is_busy()) ui.status("receipt_busy", ui.tr("direct_payments.receipt.busy"_t));
  is_changed |= list_ui(ui, notes);
  return is_changed;
}

// What has been heard since the last frame.
bool ReceiptField::settle(std::vector<ReceiptNote>& notes) {
  bool is_changed = false;
  for (const auto& adding : adding_) {
    if (!adding->outcome || adding->outcome->ok()) continue;
    fault_ = adding->outcome->error();
    is_changed |= std::erase_if(notes, [&](const ReceiptNote& note) { return note.id == adding->id; }) > 0;
  }
  std::erase_if(adding_, [](const auto& adding) { return adding->outcome.has_value(); });
  return is_changed;
}

void ReceiptField::begin(std::vector<ReceiptNote>& notes, const ui::PickedFile& picked) {
  fault_.reset();
  const DocumentId id = host_.records().new_document();
  notes.push_back({id, picked.name});
  const auto& adding = adding_.emplace_back(std::make_shared<Adding>());
  adding->id = id;
  host_.attachments().add(id, picked.token,
                          [hold = std::weak_ptr<Adding>(adding), &host = host_](const Result<void>& result) {
                            const auto adding = hold.lock();
                            if (!adding) return;
                            adding->outcome = result;
                            if (result.ok()) host.announce(host.words().get("direct_payments.receipt.added"_t));
                            host.redraw();
                          });
}

bool ReceiptField::list_ui(ui::Ui& ui, std::vector<ReceiptNote>& notes) {
  std::optional<DocumentId> removed;
  for (const ReceiptNote& note : notes) {
    const AttachmentState state = host_.attachments().state(note.id);
    if (state.place == AttachmentPlace::Elsewhere) continue;  // not kept yet, or not any more
    const std::string key = note.id.text();
    const auto row = ui.row(ui::Key(key));
    ui.text(ui.tr("direct_payments.receipt.chosen"_t, {{"name", note.name}, {"size", size_text(state.bytes)}}));
    if (ui.button("remove", ui.tr("direct_payments.receipt.remove"_t, {{"name", note.name}}), ui::ButtonLook::Quiet))
      removed = note.id;
  }
  if (!removed) return false;
  host_.attachments().remove(*removed);
  std::erase_if(notes, [&](const ReceiptNote& note) { return note.id == *removed; });
  host_.announce(host_.words().get("direct_payments.receipt.removed"_t));
  ui.focus("receipt");
  return true;
}

std::vector<DocumentId> ReceiptField::kept(const std::vector<ReceiptNote>& notes) const {
  std::vector<DocumentId> ids;
  for (const ReceiptNote& note : notes) {
    if (host_.attachments().state(note.id).place != AttachmentPlace::Elsewhere) ids.push_back(note.id);
  }
  return ids;
}

}  // namespace alongside::direct_payments
