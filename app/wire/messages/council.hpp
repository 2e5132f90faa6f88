// Council: who runs this deployment, as every client sees it. Made by the server from the
// council's configuration file; read by the shell (home, help) and by plugins (places).
#pragma once

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

struct Council {
  static constexpr SchemaId schema{1, 1};

  std::string id;  // "northmere"
  Bilingual name;  // "Northmere Council"
  Nation nation = Nation::England;
  Contact help;          // the same on every screen
  Contact safeguarding;  // worried about a child
  Bilingual emergency;   // "If someone is in danger, ring 999."
  std::vector<Place> places;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(name), CEREAL_NVP(nation), CEREAL_NVP(help), CEREAL_NVP(safeguarding),
            CEREAL_NVP(emergency), CEREAL_NVP(places), tail);
  }
};

}  // namespace alongside::wire
