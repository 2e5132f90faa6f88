// Remark: what somebody says about the local offer: a comment (SI 2014/1530 regulation 56), or that something in it
// is not right. Sent by their device as an operation, or as a letter without a name; kept by the council.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::comments {

enum class RemarkKind : std::uint8_t { Comment, Correction };
constexpr bool is_known(RemarkKind kind) { return kind <= RemarkKind::Correction; }

// What a comment is about, by the regulation: (1)(a) its content, what it leaves out and how good it is, (b) whether
// people can get at what it tells, (c) how it is made and looked through.
enum class Topic : std::uint8_t { Content, Missing, Quality, Access, Making };
constexpr bool is_known(Topic topic) { return topic <= Topic::Making; }

// Which fact of a service is not right.
enum class Fact : std::uint8_t { Name, Who, When, Where, Cost, WayIn, Facilities, Contact, Gone, Other };
constexpr bool is_known(Fact fact) { return fact <= Fact::Other; }

constexpr std::string_view name_of(Topic topic) {
  constexpr std::string_view names[] = {"content", "missing", "quality", "access", "making"};
  return names[static_cast<unsigned>(topic)];
}
constexpr std::string_view name_of(Fact fact) {
  constexpr std::string_view names[] = {"name",   "who",        "when",    "where", "cost",
                                        "way_in", "facilities", "contact", "gone",  "other"};
  return names[static_cast<unsigned>(fact)];
}

struct Remark {
  static constexpr std::size_t most_words = 4000;  // bytes
  static constexpr std::size_t most_name = 400;    // bytes of a service's name

  RemarkKind kind = RemarkKind::Comment;
  Topic topic = Topic::Content;  // of a comment
  Fact fact = Fact::Other;       // of a correction
  ServiceId service;             // nil: the local offer as a whole
  std::string service_name;
  std::string words;  // of a correction: what it should say
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(topic), CEREAL_NVP(fact), CEREAL_NVP(service), CEREAL_NVP(service_name),
            CEREAL_NVP(words), tail);
  }
};

// The operation, and the body of the letter. The id is random, so that a letter that comes twice is known again.
struct SendRemark {
  static constexpr wire::SchemaId schema{610, 1};
  DocumentId id;
  Remark remark;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(remark), tail);
  }
};

}  // namespace alongside::comments
