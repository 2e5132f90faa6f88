// ToldAsk: what somebody asked to be told of one service, and how the service stood when they last looked. What is new
// is found by comparing it with the list as it is now: the council is never told who asks. Kept by the page's ToldBook.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::local_offer {

enum class TellOf : std::uint8_t { Changes, Space, Opening };
inline constexpr TellOf all_tell_of[] = {TellOf::Changes, TellOf::Space, TellOf::Opening};
constexpr std::uint8_t tell_bit(TellOf of) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(of)); }

struct ToldAsk {
  static constexpr wire::SchemaId schema{16, 1};

  std::string service;  // its id
  std::string name;     // as it was, in case it goes
  std::uint8_t of = 0;  // tell_bit()s
  Date since;           // when they asked or last said that they have seen what is new
  std::uint32_t look = 0;
  std::uint8_t held = 0;  // of Space and Opening, those that were so already
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(service), CEREAL_NVP(name), CEREAL_NVP(of), CEREAL_NVP(since), CEREAL_NVP(look),
            CEREAL_NVP(held), tail);
  }
};

// A person's own, as their device keeps them.
struct ToldAsks {
  static constexpr wire::SchemaId schema{17, 1};
  std::vector<ToldAsk> asks;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(asks), tail);
  }
};

inline constexpr std::size_t most_asks = 30;

// Whether it has a place, or takes names, as far as the list says.
bool is_so(const ServiceSummary& service, TellOf of);
// What a family reads in the list of it, as a number. That it was checked again is no change.
std::uint32_t look_of(const ServiceSummary& service);
// From now on this is what is known of it.
void see(ToldAsk& ask, const ServiceSummary& service, Date today);

enum class News : std::uint8_t { Nothing, Changed, Space, Opened, Gone };
// The best that there is to tell; `now` is null when the service is no longer in the list.
News news_of(const ToldAsk& ask, const ServiceSummary* now);

}  // namespace alongside::local_offer
