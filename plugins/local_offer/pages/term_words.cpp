#include "plugins/local_offer/pages/term_words.hpp"

#include "app/ui/ui.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

struct KnownTerm {
  std::string_view term;
  ui::TextKey key;
};

constexpr KnownTerm known_terms[] = {
    {"1-1 support", "local_offer.term.one_to_one"_t},
    {"all year", "local_offer.term.all_year"_t},
    {"arts", "local_offer.term.arts"_t},
    {"autism", "local_offer.term.autism"_t},
    {"behaviour support", "local_offer.term.behaviour"_t},
    {"bsl", "local_offer.term.bsl"_t},
    {"changing places toilet", "local_offer.term.changing_places"_t},
    {"club", "local_offer.term.club"_t},
    {"complex health", "local_offer.term.complex_health"_t},
    {"day care", "local_offer.term.day_care"_t},
    {"deaf or hearing loss", "local_offer.term.hearing"_t},
    {"direct payment", "local_offer.term.direct_payment"_t},
    {"emergency cover", "local_offer.term.emergency"_t},
    {"equipment and toys", "local_offer.term.equipment"_t},
    {"family-based overnight", "local_offer.term.family_overnight"_t},
    {"feeding", "local_offer.term.feeding"_t},
    {"full", "local_offer.term.full"_t},
    {"hoist", "local_offer.term.hoist"_t},
    {"holiday activities", "local_offer.term.holiday_activities"_t},
    {"home and personal care", "local_offer.term.home_care"_t},
    {"learning disability", "local_offer.term.learning"_t},
    {"makaton", "local_offer.term.makaton"_t},
    {"medication", "local_offer.term.medication"_t},
    {"one-to-one support", "local_offer.term.one_to_one_worker"_t},
    {"personal care", "local_offer.term.personal_care"_t},
    {"physical disability", "local_offer.term.physical"_t},
    {"places available", "local_offer.term.places"_t},
    {"play", "local_offer.term.play"_t},
    {"preparing for adulthood", "local_offer.term.adulthood"_t},
    {"quiet space", "local_offer.term.quiet_space"_t},
    {"residential overnight", "local_offer.term.residential"_t},
    {"school holidays", "local_offer.term.school_holidays"_t},
    {"secure site", "local_offer.term.secure"_t},
    {"siblings welcome", "local_offer.term.siblings"_t},
    {"sight loss", "local_offer.term.sight"_t},
    {"social and emotional needs", "local_offer.term.social"_t},
    {"speech and language", "local_offer.term.speech"_t},
    {"sport", "local_offer.term.sport"_t},
    {"step-free", "local_offer.term.step_free"_t},
    {"support group", "local_offer.term.support_group"_t},
    {"swimming", "local_offer.term.swimming"_t},
    {"term time", "local_offer.term.term_time"_t},
    {"training and advice", "local_offer.term.training"_t},
    {"transport", "local_offer.term.transport"_t},
    {"transport offered", "local_offer.term.transport_offered"_t},
    {"waiting list", "local_offer.term.waiting_list"_t},
};

}  // namespace

std::optional<std::string> known_term(const ui::Ui& ui, std::string_view term) {
  for (const KnownTerm& known : known_terms) {
    if (same_term(known.term, term)) return ui.tr(known.key);
  }
  return std::nullopt;
}

void term_ui(ui::Ui& ui, std::string_view term) {
  if (const auto known = known_term(ui, term)) {
    ui.text(*known);
    return;
  }
  const auto english = ui.language_of(ui::Language::English);
  ui.text(term);
}

std::string tier_text(const ui::Ui& ui, Tier tier) {
  switch (tier) {
    case Tier::Universal: return ui.tr("local_offer.tier.universal"_t);
    case Tier::Targeted: return ui.tr("local_offer.tier.targeted"_t);
    case Tier::Specialist: return ui.tr("local_offer.tier.specialist"_t);
    case Tier::Unknown: break;
  }
  return {};
}

std::string way_in_text(const ui::Ui& ui, WayIn way) {
  switch (way) {
    case WayIn::TurnUp: return ui.tr("local_offer.way_in.turn_up"_t);
    case WayIn::Book: return ui.tr("local_offer.way_in.book"_t);
    case WayIn::Referral: return ui.tr("local_offer.way_in.referral"_t);
    case WayIn::Assessment: return ui.tr("local_offer.way_in.assessment"_t);
    case WayIn::Unknown: break;
  }
  return {};
}

}  // namespace alongside::local_offer
