// Guide: what a council says its direct payments may buy. Written by the council in a file, stored
// by the API, read by the money screen.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

// How often the money is paid.
enum class Period : std::uint8_t { Unknown, Weekly, FourWeekly, Monthly, Quarterly };
constexpr bool is_known(Period period) { return period <= Period::Quarterly; }
constexpr std::string_view name_of(Period period) {
  constexpr std::string_view names[] = {"unknown", "weekly", "4-weekly", "monthly", "quarterly"};
  return names[static_cast<unsigned>(period)];
}

struct HelpContact {
  std::string name;
  std::string phone;
  std::string email;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(phone), CEREAL_NVP(email));
  }
};

struct Source {
  wire::Bilingual title;
  Date date;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(title), CEREAL_NVP(date));
  }
};

struct Guide {
  static constexpr wire::SchemaId schema{20, 1};

  Period period = Period::Unknown;
  std::vector<wire::Bilingual> may_buy;
  std::vector<wire::Bilingual> ask_first;
  std::vector<wire::Bilingual> may_not;
  Source source;
  HelpContact help;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(period), CEREAL_NVP(may_buy), CEREAL_NVP(ask_first), CEREAL_NVP(may_not), CEREAL_NVP(source),
            CEREAL_NVP(help), tail);
  }
};

}  // namespace alongside::direct_payments
