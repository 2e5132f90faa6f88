// SessionInfo: who is signed in here, and what they are to whom. Answered to GET /api/session
// (with a nil person when nobody is) and to every signing in. Kept on the device, so that the app
// knows its person without a network.
#pragma once

#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/operation.hpp"

#include <string>
#include <vector>

namespace alongside::wire {

// What a person is to a child. The young person themselves is one too.
enum class FamilyRole : std::uint8_t { Parent, Carer, Helper, YoungPerson };
constexpr bool is_known(FamilyRole role) { return role <= FamilyRole::YoungPerson; }

struct FamilyChild {
  Subject subject;
  std::string name;
  FamilyRole role = FamilyRole::Parent;  // of the person who is signed in
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(subject), CEREAL_NVP(name), CEREAL_NVP(role), tail);
  }
};

// What somebody lets the one who is signed in see or change, of a child.
struct Lent {
  using NeverGrows = void;
  SubjectId child;
  Facet facet = Facet::CareNotes;
  ShareLevel level = ShareLevel::None;
  bool operator==(const Lent&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(child), CEREAL_NVP(facet), CEREAL_NVP(level));
  }
};

// Another person with whom something is shared, one way or the other.
struct FamilyPerson {
  PersonId id;
  std::string name;
  std::vector<Lent> lends;
  Tail tail{};
  std::vector<SubjectId> works_with{};  // children by whom they stand by their post: they see, and change nothing
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(name), appended(CEREAL_NVP(lends)), appended(CEREAL_NVP(works_with)), tail);
  }
};

// Whether a person can have an email when there is something new for them.
enum class EmailOffer : std::uint8_t {
  NotSent,    // this council sends none
  NoAddress,  // it does, and has no address for them
  Offered,
};
constexpr bool is_known(EmailOffer offer) { return offer <= EmailOffer::Offered; }

struct SessionInfo {
  static constexpr SchemaId schema{50, 1};

  PersonId person;  // nil: nobody
  std::string name;
  Subject own;  // their own things: household, and their person id as the subject
  std::vector<FamilyChild> children;
  std::vector<FamilyPerson> people;
  std::int64_t now_ms = 0;      // the server's clock
  std::int64_t expires_ms = 0;  // by the server's clock; moves on with use
  EmailOffer emails = EmailOffer::NotSent;
  std::string email;  // "s…@family.example": their own, for them to know it by
  std::string leave;  // after signing out: an address of ours that leads to the provider, to sign out there too
  std::string again;  // an address of ours that leads to the provider by whom they signed in; empty: by none
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(person), CEREAL_NVP(name), CEREAL_NVP(own), CEREAL_NVP(children), CEREAL_NVP(people),
            CEREAL_NVP(now_ms), CEREAL_NVP(expires_ms), appended(CEREAL_NVP(emails)), appended(CEREAL_NVP(email)),
            appended(CEREAL_NVP(leave)), appended(CEREAL_NVP(again)), tail);
  }
};

// POST /api/session/demo: sign in as one of the demo people. Answered only by `serve --demo`.
struct DemoSignIn {
  static constexpr SchemaId schema{51, 1};
  PersonId person;
  std::string device;  // "Chrome on Android", for the list of places one is signed in
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(person), CEREAL_NVP(device), tail);
  }
};

// GET /api/session/demo: whom one may try. 404 without --demo.
struct DemoPerson {
  PersonId person;
  std::string name;
  FamilyRole role = FamilyRole::Parent;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(person), CEREAL_NVP(name), CEREAL_NVP(role), tail);
  }
};
struct DemoPeople {
  static constexpr SchemaId schema{52, 1};
  std::vector<DemoPerson> people;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(people), tail);
  }
};

// GET /api/session/list: where this person is signed in. POST /api/session/revoke with the same
// handle ends one; POST /api/session/end ends the present one.
enum class Here : std::uint8_t { No, Yes };
constexpr bool is_known(Here here) { return here <= Here::Yes; }
struct SessionLine {
  Id<struct SessionTag> handle;  // random; neither the cookie nor made from it
  std::string device;
  Date began;
  Date used;
  Here here = Here::No;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(handle), CEREAL_NVP(device), CEREAL_NVP(began), CEREAL_NVP(used), CEREAL_NVP(here), tail);
  }
};
struct SessionList {
  static constexpr SchemaId schema{53, 1};
  std::vector<SessionLine> sessions;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(sessions), tail);
  }
};
struct SessionRevoke {
  static constexpr SchemaId schema{54, 1};
  Id<struct SessionTag> handle;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(handle), tail);
  }
};

}  // namespace alongside::wire
