#include "plugins/local_offer/api/lint/schedule_two.hpp"

#include "app/base/text.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace alongside::local_offer {
namespace {

using Phrase = std::string_view;  // folded words with one space between

constexpr Phrase early[] = {"early years", "nursery",    "nurseries", "playgroup",
                            "childminder", "pre school", "preschool"};
constexpr Phrase schools[] = {"school", "schools", "academy", "resource base", "special school"};
constexpr Phrase post_16[] = {"college",        "post 16",         "sixth form",
                              "apprenticeship", "apprenticeships", "supported internship"};
constexpr Phrase outside[] = {"outside the area", "out of area", "outside area"};
constexpr Phrase assessment[] = {"ehc", "ehcp", "education health and care", "needs assessment"};
constexpr Phrase health[] = {"health", "therapy", "physiotherapy", "speech", "camhs", "nurse", "nursing", "hospital"};
constexpr Phrase social_care[] = {"social care", "social worker", "social work",
                                  "short break", "short breaks",  "respite"};
constexpr Phrase childcare[] = {"childcare", "day care", "after school", "childminder", "holiday club"};
constexpr Phrase leisure[] = {"club", "sport", "swimming", "arts", "play", "leisure", "holiday activities"};
constexpr Phrase transport[] = {"transport", "travel training", "bus pass", "taxi", "travel"};
constexpr Phrase adulthood[] = {"preparing for adulthood", "independent living", "employment", "supported living",
                                "job"};
constexpr Phrase parents[] = {"support group", "parent carer forum", "parent forum", "parents group", "carers group"};
constexpr Phrase advice[] = {"sendiass", "information advice and support", "independent advice", "advice"};
constexpr Phrase disagreement[] = {"mediation", "disagreement resolution", "tribunal", "complaint", "complaints"};

struct Duty {
  std::string_view what;
  std::span<const Phrase> phrases;
};

constexpr Duty duties[] = {
    {"early years education", early},
    {"schools for children with special educational needs", schools},
    {"post-16 education and training, apprenticeships and supported internships", post_16},
    {"provision outside the area that families here use", outside},
    {"how an EHC needs assessment is asked for", assessment},
    {"health care provision", health},
    {"social care provision, with short breaks", social_care},
    {"childcare", childcare},
    {"leisure activities", leisure},
    {"transport to school and college, and help with its cost", transport},
    {"preparing for adulthood: work, home, taking part", adulthood},
    {"forums and support groups of parents", parents},
    {"information, advice and support (SENDIASS)", advice},
    {"mediation, disagreement resolution, the Tribunal and complaints", disagreement},
};

// " day care saturday den …": so that a phrase is found at words' beginnings and ends only.
std::string words_of(const ServiceSummary& service) {
  std::string words = " ";
  const auto add = [&words](std::string_view text) {
    for (const std::string& word : search_words(search_fold(text))) words += word + " ";
  };
  for (const std::string* text : {&service.name, &service.organisation, &service.summary, &service.words}) add(*text);
  for (const auto* terms : {&service.kinds, &service.heads}) {
    for (const std::string& term : *terms) add(term);
  }
  return words;
}

bool tells_of(const std::string& words, const Duty& duty) {
  return std::any_of(duty.phrases.begin(), duty.phrases.end(), [&words](Phrase phrase) {
    return words.find(" " + std::string(phrase) + " ") != std::string::npos;
  });
}

}  // namespace

std::vector<DutyFound> look_for_duties(const OfferList& offer) {
  std::vector<DutyFound> found;
  for (const Duty& duty : duties) found.push_back({duty.what, 0});
  for (const ServiceSummary& service : offer.services) {
    const std::string words = words_of(service);
    for (std::size_t i = 0; i < std::size(duties); ++i) found[i].services += tells_of(words, duties[i]) ? 1 : 0;
  }
  return found;
}

}  // namespace alongside::local_offer
