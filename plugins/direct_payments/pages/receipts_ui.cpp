#include "plugins/direct_payments/pages/receipts_ui.hpp"

#include "app/plugin_api/attachments.hpp"
#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"

#include <optional>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string refusal_text(const ui::Ui& ui, const std::string& code) {
  if (code == "not_a_photo" || code == "too_many_pixels") return ui.tr("direct_payments.receipt.refused_photo"_t);
  if (code == "no_room") return ui.tr("direct_payments.receipt.refused_room"_t);
  return ui.tr("direct_payments.receipt.refused"_t);
}

std::string place_text(const ui::Ui& ui, const AttachmentState& state) {
  switch (state.place) {
    case AttachmentPlace::Elsewhere: break;
    case AttachmentPlace::OnDevice: return ui.tr("direct_payments.receipt.on_device"_t);
    case AttachmentPlace::Sending: return ui.tr("direct_payments.receipt.sending"_t);
    case AttachmentPlace::Sent: return ui.tr("direct_payments.receipt.with_council"_t);
    case AttachmentPlace::Refused: return refusal_text(ui, state.code);
  }
  return ui.tr("direct_payments.receipt.elsewhere"_t);
}

void kept_ui(ui::Ui& ui, const Receipt& receipt) {
  const bool is_letter = receipt.attachment.type == wire::MediaType::Pdf;
  const std::string size = size_text(receipt.attachment.bytes);
  ui.link("open",
          is_letter ? ui.tr("direct_payments.receipt.open_letter"_t, {{"size", size}})
                    : ui.tr("direct_payments.receipt.open"_t, {{"size", size}}),
          attachment_href(receipt.id), ui::LinkLook::Standalone);
  ui.sentence("direct_payments.receipt.with_council"_t, ui::TextLook::Soft);
}

}  // namespace

std::string size_text(std::uint32_t bytes) {
  constexpr std::uint32_t kilobyte = 1000, megabyte = 1000 * kilobyte;
  if (bytes < megabyte) return std::to_string((bytes + kilobyte - 1) / kilobyte) + " KB";
  const std::uint32_t tenths = (bytes + megabyte / 20) / (megabyte / 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

void receipt_list_ui(ui::Ui& ui, Host& host, const std::vector<Receipt>& receipts) {
  if (receipts.empty()) return;
  std::optional<DocumentId> removed;
  {
    const auto list = ui.list("receipts", ui.tr("direct_payments.receipt.title"_t), ui::ListLook::Plain);
    for (const Receipt& receipt : receipts) {
      const std::string key = receipt.id.text();
      const auto item = ui.list_item(ui::Key(key));
      const AttachmentState state = host.attachments().state(receipt.id);
      if (receipt.attachment.arrived()) {
        kept_ui(ui, receipt);
        continue;
      }
      ui.text(place_text(ui, state), ui::TextLook::Body);
      if (state.place == AttachmentPlace::Refused &&
          ui.button("remove", ui.tr("direct_payments.receipt.forget"_t), ui::ButtonLook::Quiet))
        removed = receipt.id;
    }
  }
  if (removed) host.attachments().remove(*removed);
}

}  // namespace alongside::direct_payments
