// A made message with every kind of field a frame can hold, and two editions of another one, for
// the unit tests and the fuzz target. Nothing in the application uses them.
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace alongside::wire::sample {

enum class Colour : std::uint8_t { Red, Green, Blue };
constexpr bool is_known(Colour colour) { return colour <= Colour::Blue; }

struct ThingTag;

struct Leaf {
  std::string name;
  std::int32_t weight = 0;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(weight));
  }
};

// A record that holds itself: how deep it goes is up to the sender.
struct Branch {
  std::vector<Branch> branches;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(branches));
  }
};

struct Everything {
  static constexpr SchemaId schema{900, 1};

  bool yes = false;
  std::uint8_t small = 0;
  std::int16_t middle = 0;
  std::uint64_t large = 0;
  std::int64_t signed_large = 0;
  double fraction = 0;
  Colour colour = Colour::Red;
  std::string text;
  Bytes blob;
  std::vector<std::string> words;
  std::vector<std::vector<std::int32_t>> grid;
  std::vector<Leaf> leaves;
  std::map<std::string, Leaf> by_name;
  std::map<std::int32_t, std::vector<Colour>> by_number;
  std::set<std::string> tags;
  std::array<std::uint16_t, 3> triple{};
  std::optional<std::string> note;
  std::optional<std::vector<Leaf>> more;
  std::variant<std::monostate, std::int32_t, std::string, Leaf> choice;
  Date day;
  Money price;
  GeoPoint place;
  Id<ThingTag> id;
  Branch tree;
  Tail tail{};

  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(yes), CEREAL_NVP(small), CEREAL_NVP(middle), CEREAL_NVP(large), CEREAL_NVP(signed_large),
            CEREAL_NVP(fraction), CEREAL_NVP(colour), CEREAL_NVP(text), CEREAL_NVP(blob), CEREAL_NVP(words),
            CEREAL_NVP(grid), CEREAL_NVP(leaves), CEREAL_NVP(by_name), CEREAL_NVP(by_number), CEREAL_NVP(tags),
            CEREAL_NVP(triple), CEREAL_NVP(note), CEREAL_NVP(more), CEREAL_NVP(choice), CEREAL_NVP(day),
            CEREAL_NVP(price), CEREAL_NVP(place), CEREAL_NVP(id), CEREAL_NVP(tree), tail);
  }
};

// One message as three editions of a program know it; each appends a field to the one before.
struct CardFirst {
  std::string name;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), tail);
  }
};
struct CardSecond {
  std::string name;
  std::uint32_t pages = 0;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), appended(CEREAL_NVP(pages)), tail);
  }
};
struct CardThird {
  std::string name;
  std::uint32_t pages = 0;
  std::optional<Leaf> extra;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), appended(CEREAL_NVP(pages)), appended(CEREAL_NVP(extra)), tail);
  }
};

template <class Card>
struct Box {
  static constexpr SchemaId schema{901, 1};
  std::vector<Card> cards;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(cards), tail);
  }
};

// Every field set to something that is not its default.
inline Everything full_everything() {
  Everything all;
  all.yes = true;
  all.small = 200;
  all.middle = -300;
  all.large = UINT64_MAX;
  all.signed_large = INT64_MIN;
  all.fraction = -1.5;
  all.colour = Colour::Blue;
  all.text = "tŷ\n€😀";
  all.blob = {0, 255, 10};
  all.words = {"", "one", "two"};
  all.grid = {{}, {1, -1}, {INT32_MAX, INT32_MIN}};
  all.leaves = {{"oak", 7}, {"", -7}};
  all.by_name = {{"a", {"ash", 1}}, {"b", {"beech", 2}}};
  all.by_number = {{-5, {}}, {0, {Colour::Green}}, {9, {Colour::Red, Colour::Red}}};
  all.tags = {"quiet", "saturday"};
  all.triple = {1, 128, 65535};
  all.note = "";
  all.more = std::vector<Leaf>{{"fir", 3}};
  all.choice = Leaf{"elm", 4};
  all.day = Date(20779);
  all.price = Money::from_pence(-12345).value();
  all.place = GeoPoint::from_e7(529070000, -28920000).value();
  all.id = Id<ThingTag>::parse("0123abcd-4567-89ef-0123-456789abcdef").value();
  all.tree.branches.resize(2);
  all.tree.branches[1].branches.resize(1);
  return all;
}

}  // namespace alongside::wire::sample
