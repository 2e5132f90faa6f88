// How one signs in with this council. GET /api/sign-in says by whom, and whether this browser has come back from
// there and needs a code; POST /api/sign-in/code brings that code and is answered with SessionInfo.
#pragma once

#include "app/wire/messages/council.hpp"

#include <string>
#include <vector>

namespace alongside::wire {

struct SignInProvider {
  Bilingual name;     // "My Northmere account"
  std::string start;  // an address of ours that leads there: "/sign-in/council"
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(start), tail);
  }
};

enum class SignInStep : std::uint8_t {
  Begin,
  CodeNeeded,  // the provider has said who they are, and nobody of a household is tied to that yet
};
constexpr bool is_known(SignInStep step) { return step <= SignInStep::CodeNeeded; }

// Whether the council's code signs in by itself.
enum class CodeOffer : std::uint8_t { AfterProvider, Alone };
constexpr bool is_known(CodeOffer offer) { return offer <= CodeOffer::Alone; }

struct SignInDesk {
  static constexpr SchemaId schema{58, 1};
  std::vector<SignInProvider> providers;
  SignInStep step = SignInStep::Begin;
  std::string then;  // where they were before they went to the provider
  CodeOffer codes = CodeOffer::AfterProvider;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(providers), CEREAL_NVP(step), CEREAL_NVP(then), CEREAL_NVP(codes), tail);
  }
};

struct SignInCode {
  static constexpr SchemaId schema{59, 1};
  std::string code;    // as it was typed
  std::string device;  // "Chrome on Android"
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(code), CEREAL_NVP(device), tail);
  }
};

}  // namespace alongside::wire
