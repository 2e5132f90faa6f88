#include "plugins/comments/pages/listing_page.hpp"

#include "app/base/text.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/comments/pages/comment_words.hpp"

namespace alongside::comments {

using namespace ui::literals;
using wire::OfferProposal;

namespace {

struct ListingField {
  const char* key;
  std::string OfferProposal::* member;
  ui::TextKey label;
  std::uint8_t lines;
  ui::InputType type;
};

constexpr ListingField listing_fields[] = {
    {"name", &OfferProposal::name, "comments.listing.name"_t, 1, ui::InputType::Text},
    {"provider", &OfferProposal::provider, "comments.listing.provider"_t, 1, ui::InputType::Text},
    {"what", &OfferProposal::what, "comments.listing.what"_t, 5, ui::InputType::Text},
    {"who", &OfferProposal::who, "comments.fact.who"_t, 2, ui::InputType::Text},
    {"ages", &OfferProposal::ages, "comments.listing.ages"_t, 1, ui::InputType::Text},
    {"when", &OfferProposal::when, "comments.fact.when"_t, 2, ui::InputType::Text},
    {"address", &OfferProposal::address, "comments.listing.address"_t, 1, ui::InputType::Text},
    {"town", &OfferProposal::town, "comments.listing.town"_t, 1, ui::InputType::Text},
    {"postcode", &OfferProposal::postcode, "comments.listing.postcode"_t, 1, ui::InputType::Text},
    {"cost", &OfferProposal::cost, "comments.fact.cost"_t, 2, ui::InputType::Text},
    {"way_in", &OfferProposal::way_in, "comments.fact.way_in"_t, 2, ui::InputType::Text},
    {"facilities", &OfferProposal::facilities, "comments.fact.facilities"_t, 2, ui::InputType::Text},
    {"phone", &OfferProposal::phone, "comments.listing.phone"_t, 1, ui::InputType::Telephone},
    {"email", &OfferProposal::email, "comments.listing.email"_t, 1, ui::InputType::Email},
    {"sender", &OfferProposal::sender, "comments.listing.sender"_t, 1, ui::InputType::Text},
};

bool is_needed(const ListingField& field) {
  return field.member == &OfferProposal::name || field.member == &OfferProposal::sender;
}
bool is_missing(const ListingField& field, const OfferProposal& form) {
  return is_needed(field) && trim(form.*field.member).empty();
}

}  // namespace

void ListingPage::opened(const Route& route) {
  if (route.text() == address_) return;
  address_ = route.text();
  form_ = {};
  letter_.reset();
  is_checked_ = false;
  const auto about = ServiceId::parse(route.value("about"));
  if (!about.ok()) return;
  form_.service = about.value();
  form_.name = route.value("name").substr(0, OfferProposal::most_line);
}

std::string ListingPage::title(const ui::Words& words) const { return words.get("comments.listing"_t); }

Result<void> ListingPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("comments.all"_t), "/comments", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("comments.listing"_t));
  if (letter_ && letter_->state == SavingState::Saved) {
    const auto card = ui.card("done", ui::CardLook::Band);
    ui.heading(2, ui.tr("comments.sent"_t));
    ui.sentence("comments.listing.then"_t);
    return {};
  }
  ui.sentence("comments.listing.lead"_t, ui::TextLook::Large);
  form_ui(ui);
  return {};
}

void ListingPage::form_ui(ui::Ui& ui) {
  const auto form = ui.form("listing", ui.tr("comments.listing"_t));
  if (is_checked_) errors_ui(ui);
  fields_ui(ui);
  ui.sentence("comments.listing.then"_t, ui::TextLook::Soft, ui::Icon::Shield);
  const SavingState sending = letter_ ? letter_->state : SavingState::Idle;
  if (sending == SavingState::Failed) ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("comments.not_kept"_t));
  if (sending == SavingState::Waiting)
    ui.status("saving", ui.tr("comments.progress.saving"_t));
  else if (ui.button("send", ui.tr("comments.send"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    send();
}

void ListingPage::errors_ui(ui::Ui& ui) {
  std::vector<ui::FieldError> errors;
  for (const ListingField& field : listing_fields) {
    if (is_missing(field, form_)) errors.push_back({field.key, ui.tr(field.label)});
  }
  if (errors.empty()) return;
  ui.error_summary("errors", ui.tr("comments.error.title"_t), errors, summary_focus_);
  summary_focus_ = ui::TakeFocus::No;
}

void ListingPage::fields_ui(ui::Ui& ui) {
  for (const ListingField& field : listing_fields) {
    const std::string error =
        is_checked_ && is_missing(field, form_) ? ui.tr("comments.error.no_words"_t) : std::string();
    const auto length = static_cast<std::uint16_t>(field.lines > 1 ? 1000 : 100);
    ui.text_field(field.key, {ui.tr(field.label), {}, error}, form_.*field.member,
                  {.type = field.type,
                   .max_length = length,
                   .lines = field.lines,
                   .required = is_needed(field) ? ui::Required::Yes : ui::Required::No});
  }
}

void ListingPage::send() {
  is_checked_ = true;
  for (const ListingField& field : listing_fields) {
    if (!is_missing(field, form_)) continue;
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  // The same id when it could not be kept and is tried again: it is still one.
  if (form_.id.is_nil()) form_.id = host_.records().new_document();
  letter_ = std::make_shared<Letter>();
  host_.send_anonymously({"/api/local_offer/proposals", wire::encode_frame(form_), {}},
                         [this, hold = std::weak_ptr<Letter>(letter_)](Result<void> kept) {
                           const auto letter = hold.lock();
                           if (!letter) return;
                           letter->state = kept.ok() ? SavingState::Saved : SavingState::Failed;
                           if (kept.ok()) host_.announce(host_.words().get("comments.sent"_t));
                           host_.redraw();
                         });
}

}  // namespace alongside::comments
