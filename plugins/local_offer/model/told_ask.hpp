// ToldAsk: what somebody asked to be told of one service, and how the service stood when they last looked. What is new
// is found by comparing it with the list as it is now. Of somebody without an account it stays on their device, and the
// council is not told who asks; of a person who is signed in it is a document of their own, and the council writes to
// them (api/told). Kept by the page's ToldBook.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
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
inline constexpr std::uint8_t all_tell_bits = 7;

enum class News : std::uint8_t { Nothing, Changed, Space, Opened, Gone };
constexpr bool is_known(News news) { return news <= News::Gone; }

struct ToldAsk {
  static constexpr wire::SchemaId schema{16, 1};

  std::string service;  // its id
  std::string name;     // as it was, in case it goes
  std::uint8_t of = 0;  // tell_bit()s
  Date since;           // when they asked or last said that they have seen what is new
  std::uint32_t look = 0;
  std::uint8_t held = 0;  // of Space and Opening, those that were so already
  // What the council wrote to them of it last, and how the service stood then.
  News told = News::Nothing;
  std::uint32_t told_look = 0;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(service), CEREAL_NVP(name), CEREAL_NVP(of), CEREAL_NVP(since), CEREAL_NVP(look),
            CEREAL_NVP(held), wire::appended(CEREAL_NVP(told)), wire::appended(CEREAL_NVP(told_look)), tail);
  }
};

// The operation by which a person asks, asks for something else, has seen what is new, or stops (an ask of nothing).
struct KeepAsk {
  static constexpr wire::SchemaId schema{17, 1};
  DocumentId id;  // of the document to make, unless there is one of this service
  ToldAsk ask;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(ask), tail);
  }
};

inline constexpr std::size_t most_asks = 30;

// Whether it has a place, or takes names, as far as the list says.
bool is_so(const ServiceSummary& service, TellOf of);
// What a family reads in the list of it, as a number. That it was checked again is no change.
std::uint32_t look_of(const ServiceSummary& service);
// From now on this is what is known of it.
void see(ToldAsk& ask, const ServiceSummary& service, Date today);

// The best that there is to tell; `now` is null when the service is no longer in the list.
News news_of(const ToldAsk& ask, const ServiceSummary* now);
// Notes what is to be told now, if anything is: true when the person has not been told of it yet. What is over (a
// place that is taken again) may be told a second time.
bool note_told(ToldAsk& ask, const ServiceSummary* now);

}  // namespace alongside::local_offer
