// AlertChoice: what somebody wants to be told of about one agreement's money. Off unless it is chosen. A document of
// facet Own: each person's choice is theirs, and nobody sees it. ChooseAlerts: the change that makes or changes it.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace alongside::direct_payments {

enum class Wanted : std::uint8_t { No, Yes };
constexpr bool is_known(Wanted wanted) { return wanted <= Wanted::Yes; }

enum class AlertKind : std::uint8_t { RunsOut, TooMuchLeft, ReturnDue };
inline constexpr std::array<AlertKind, 3> alert_kinds = {AlertKind::RunsOut, AlertKind::TooMuchLeft,
                                                         AlertKind::ReturnDue};

struct AlertChoices {
  using NeverGrows = void;
  Wanted runs_out = Wanted::No;       // the money will not last until the council looks again
  Wanted too_much_left = Wanted::No;  // more will be left than the council lets families keep
  Wanted return_due = Wanted::No;
  bool operator==(const AlertChoices&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(runs_out), CEREAL_NVP(too_much_left), CEREAL_NVP(return_due));
  }
  Wanted& of(AlertKind kind) {
    return kind == AlertKind::RunsOut ? runs_out : kind == AlertKind::TooMuchLeft ? too_much_left : return_due;
  }
  Wanted of(AlertKind kind) const { return AlertChoices(*this).of(kind); }
};

struct AlertChoice {
  static constexpr wire::SchemaId schema{207, 1};
  DocumentId agreement;
  HouseholdId household;  // of whoever chose, which need not be the child's
  AlertChoices choices;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(household), CEREAL_NVP(choices), tail);
  }
};

struct ChooseAlerts {
  static constexpr wire::SchemaId schema{218, 1};
  DocumentId agreement;
  AlertChoices choices;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(choices), tail);
  }
};

// One a person and agreement: the agreement's random bytes crossed with the person's, and one bit turned.
inline DocumentId alert_choice_id(DocumentId agreement, PersonId person) {
  IdBytes bytes = agreement.bytes();
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(bytes[i] ^ person.bytes()[bytes.size() - 1 - i]);
  bytes[6] ^= 0x02;
  return DocumentId(bytes);
}

}  // namespace alongside::direct_payments
