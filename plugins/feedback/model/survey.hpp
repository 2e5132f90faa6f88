// Survey: one survey as a council announces it: what it is about, who it is for, and what will be
// done with the answers. Written by the council in a file, stored by the API, read by the screen.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::feedback {

enum class SurveyStatus : std::uint8_t { Draft, Published, Closed };
constexpr bool is_known(SurveyStatus status) { return status <= SurveyStatus::Closed; }
constexpr std::string_view name_of(SurveyStatus status) {
  constexpr std::string_view names[] = {"draft", "published", "closed"};
  return names[static_cast<unsigned>(status)];
}

enum class Audience : std::uint8_t { Everyone, ParentsAndCarers, YoungPeople };
constexpr bool is_known(Audience audience) { return audience <= Audience::YoungPeople; }
constexpr std::string_view name_of(Audience audience) {
  constexpr std::string_view names[] = {"everyone", "parents and carers", "young people"};
  return names[static_cast<unsigned>(audience)];
}

enum class Anonymity : std::uint8_t { Anonymous, Named };
constexpr bool is_known(Anonymity anonymity) { return anonymity <= Anonymity::Named; }
constexpr std::string_view name_of(Anonymity anonymity) {
  constexpr std::string_view names[] = {"anonymous", "named"};
  return names[static_cast<unsigned>(anonymity)];
}

// How often one person may answer. Once needs somebody who is signed in, and an anonymous token.
enum class HowOften : std::uint8_t { AsTheyLike, Once };
constexpr bool is_known(HowOften often) { return often <= HowOften::Once; }
constexpr std::string_view name_of(HowOften often) { return often == HowOften::Once ? "once" : "as they like"; }

enum class About : std::uint8_t { Anything, Visit };
constexpr bool is_known(About about) { return about <= About::Visit; }
constexpr std::string_view name_of(About about) { return about == About::Visit ? "visit" : "anything"; }

struct Survey {
  std::string id;  // UUID
  wire::Bilingual title;
  wire::Bilingual purpose;
  Audience who = Audience::Everyone;
  std::uint16_t minutes = 0;
  Date opens;
  Date closes;  // the last day
  Anonymity anonymity = Anonymity::Anonymous;
  wire::Bilingual answers_back;  // what happens with the answers
  SurveyStatus status = SurveyStatus::Draft;
  // Of the edition that is answered now; the council's file has none of these.
  std::uint32_t version = 0;  // 0: its questions are not published yet
  HowOften how_often = HowOften::AsTheyLike;
  About about = About::Anything;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(title), CEREAL_NVP(purpose), CEREAL_NVP(who), CEREAL_NVP(minutes),
            CEREAL_NVP(opens), CEREAL_NVP(closes), CEREAL_NVP(anonymity), CEREAL_NVP(answers_back), CEREAL_NVP(status),
            wire::appended(CEREAL_NVP(version)), wire::appended(CEREAL_NVP(how_often)),
            wire::appended(CEREAL_NVP(about)), tail);
  }
};

// Published, and today lies within its dates, the last day included.
bool is_open(const Survey& survey, Date today);

}  // namespace alongside::feedback
