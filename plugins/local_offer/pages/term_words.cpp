#include "plugins/local_offer/pages/term_words.hpp"

#include "app/base/word_list.hpp"
#include "app/ui/ui.hpp"

#include <cstddef>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

// The terms of the feed, each with the key of its words.
constexpr auto known_terms = word_list([] {
  return in_pairs({{"1-1 support", "local_offer.term.one_to_one"_t.text},
                   {"all year", "local_offer.term.all_year"_t.text},
                   {"arts", "local_offer.term.arts"_t.text},
                   {"autism", "local_offer.term.autism"_t.text},
                   {"behaviour support", "local_offer.term.behaviour"_t.text},
                   {"bsl", "local_offer.term.bsl"_t.text},
                   {"changing places toilet", "local_offer.term.changing_places"_t.text},
                   {"club", "local_offer.term.club"_t.text},
                   {"complex health", "local_offer.term.complex_health"_t.text},
                   {"day care", "local_offer.term.day_care"_t.text},
                   {"deaf or hearing loss", "local_offer.term.hearing"_t.text},
                   {"direct payment", "local_offer.term.direct_payment"_t.text},
                   {"emergency cover", "local_offer.term.emergency"_t.text},
                   {"equipment and toys", "local_offer.term.equipment"_t.text},
                   {"family-based overnight", "local_offer.term.family_overnight"_t.text},
                   {"feeding", "local_offer.term.feeding"_t.text},
                   {"full", "local_offer.term.full"_t.text},
                   {"hoist", "local_offer.term.hoist"_t.text},
                   {"holiday activities", "local_offer.term.holiday_activities"_t.text},
                   {"home and personal care", "local_offer.term.home_care"_t.text},
                   {"learning disability", "local_offer.term.learning"_t.text},
                   {"makaton", "local_offer.term.makaton"_t.text},
                   {"medication", "local_offer.term.medication"_t.text},
                   {"one-to-one support", "local_offer.term.one_to_one_worker"_t.text},
                   {"personal care", "local_offer.term.personal_care"_t.text},
                   {"physical disability", "local_offer.term.physical"_t.text},
                   {"places available", "local_offer.term.places"_t.text},
                   {"play", "local_offer.term.play"_t.text},
                   {"preparing for adulthood", "local_offer.term.adulthood"_t.text},
                   {"quiet space", "local_offer.term.quiet_space"_t.text},
                   {"residential overnight", "local_offer.term.residential"_t.text},
                   {"school holidays", "local_offer.term.school_holidays"_t.text},
                   {"secure site", "local_offer.term.secure"_t.text},
                   {"siblings welcome", "local_offer.term.siblings"_t.text},
                   {"sight loss", "local_offer.term.sight"_t.text},
                   {"social and emotional needs", "local_offer.term.social"_t.text},
                   {"speech and language", "local_offer.term.speech"_t.text},
                   {"sport", "local_offer.term.sport"_t.text},
                   {"step-free", "local_offer.term.step_free"_t.text},
                   {"support group", "local_offer.term.support_group"_t.text},
                   {"swimming", "local_offer.term.swimming"_t.text},
                   {"term time", "local_offer.term.term_time"_t.text},
                   {"training and advice", "local_offer.term.training"_t.text},
                   {"transport", "local_offer.term.transport"_t.text},
                   {"transport offered", "local_offer.term.transport_offered"_t.text},
                   {"waiting list", "local_offer.term.waiting_list"_t.text}});
});

}  // namespace

std::optional<std::string> known_term(const ui::Ui& ui, std::string_view term) {
  for (std::size_t i = 0; i < known_terms.size(); i += 2) {
    if (same_term(known_terms[i], term)) return ui.tr(ui::TextKey{known_terms[i + 1]});
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
