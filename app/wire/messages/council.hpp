// Council: who runs this deployment, as every client sees it. Made by the server from the
// council's configuration file; read by the shell (home, help) and by plugins (places).
#pragma once

#include "app/base/date.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::wire {

enum class Nation : std::uint8_t { England, Wales };
constexpr bool is_known(Nation nation) { return nation <= Nation::Wales; }

// One sentence in both languages; an empty Welsh one falls back to English, marked as English.
struct Bilingual {
  std::string en;
  std::string cy;
  bool operator==(const Bilingual&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(en), CEREAL_NVP(cy));
  }
};

// A town or village people measure distances from. WGS84 degrees × 1e7 (about a centimetre).
struct Place {
  std::string name;
  std::vector<std::string> postcode_districts;  // "NM1"
  std::int32_t latitude_e7 = 0;
  std::int32_t longitude_e7 = 0;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(postcode_districts), CEREAL_NVP(latitude_e7), CEREAL_NVP(longitude_e7), tail);
  }
};

struct Contact {
  Bilingual title;    // "Talk to a person"
  std::string phone;  // as people dial it: "01632 960123"
  std::string email;
  Bilingual hours;  // "Monday to Friday, 9 to 5"
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(title), CEREAL_NVP(phone), CEREAL_NVP(email), CEREAL_NVP(hours), tail);
  }
};

// Whom to ring, text or sign to when it cannot wait.
struct UrgentNumber {
  Bilingual title;      // for whom it is: "You can only send a text"
  std::string number;   // as people read it: "999"
  std::string address;  // of the link: tel:, sms: or https
  Bilingual words;      // when it answers, and how it is used
  std::string source;   // where that was read; empty: the council's own word
  Date seen;
  Tail tail{};
  bool operator==(const UrgentNumber&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(title), CEREAL_NVP(number), CEREAL_NVP(address), CEREAL_NVP(words), CEREAL_NVP(source),
            CEREAL_NVP(seen), tail);
  }
};

// Days on which the council's schools are closed, both counted.
struct SchoolHoliday {
  Bilingual name;  // "Christmas holidays"
  Date first;
  Date last;
  Tail tail{};
  bool operator==(const SchoolHoliday&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(first), CEREAL_NVP(last), tail);
  }
};

struct Council {
  static constexpr SchemaId schema{1, 1};

  std::string id;  // "northmere"
  Bilingual name;  // "Northmere Council"
  Nation nation = Nation::England;
  Contact help;          // the same on every screen
  Contact safeguarding;  // worried about a child
  Bilingual emergency;   // "If someone is in danger, ring 999."
  std::vector<Place> places;
  std::vector<UrgentNumber> urgent;            // in the order in which to try them
  std::vector<SchoolHoliday> school_holidays;  // in order
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(name), CEREAL_NVP(nation), CEREAL_NVP(help), CEREAL_NVP(safeguarding),
            CEREAL_NVP(emergency), CEREAL_NVP(places), appended(CEREAL_NVP(urgent)),
            appended(CEREAL_NVP(school_holidays)), tail);
  }
};

}  // namespace alongside::wire
