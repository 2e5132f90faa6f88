// Guide: what a council says its direct payments may buy. Written by the council in a file, stored
// by the API, read by the money screen.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <optional>
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

// Whether a return comes with the bank's statement of its period.
enum class StatementAsked : std::uint8_t { No, Yes };
constexpr bool is_known(StatementAsked asked) { return asked <= StatementAsked::Yes; }

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

// What the council asks of a family after each period. Councils differ in all of it; the guide's source and date are
// this one's too.
struct ReturnRules {
  std::optional<Money> receipt_from;  // spends of this much or more need one; nothing: none does
  StatementAsked statement = StatementAsked::No;
  std::uint16_t send_within_days = 0;  // after the period's last day; 0: not said
  std::uint16_t keep_years = 0;        // how long a family keeps its papers; 0: not said
  std::vector<wire::Bilingual> asks;   // one sentence each
  wire::Bilingual declaration;
  wire::Tail tail{};
  bool operator==(const ReturnRules&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(receipt_from), CEREAL_NVP(statement), CEREAL_NVP(send_within_days), CEREAL_NVP(keep_years),
            CEREAL_NVP(asks), CEREAL_NVP(declaration), tail);
  }
};

// How much a family may keep, and what becomes of the rest. The guide's source and date are this one's too.
struct SurplusRules {
  std::uint16_t keep_weeks = 0;  // of what is paid; 0: not said
  wire::Bilingual words;         // what the council does about more than that
  wire::Tail tail{};
  bool operator==(const SurplusRules&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(keep_weeks), CEREAL_NVP(words), tail);
  }
};

// How the council changes or ends a payment: in writing, with its reasons, and so many days before. The guide's source
// and date are this one's too.
struct ChangeRules {
  std::uint16_t notice_days = 0;          // before less is paid, or nothing
  std::vector<wire::Bilingual> disagree;  // how to ask us to look again, and how to complain; empty: not said
  wire::Bilingual money_left;             // what becomes of it when a payment ends
  wire::Tail tail{};
  bool operator==(const ChangeRules&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(notice_days), CEREAL_NVP(disagree), CEREAL_NVP(money_left), tail);
  }
};

// What becomes of the payment when the young person is 18, and what is to do before.
struct GrownUpRules {
  std::vector<wire::Bilingual> happens;
  std::vector<wire::Bilingual> to_do;
  wire::Tail tail{};
  bool operator==(const GrownUpRules&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(happens), CEREAL_NVP(to_do), tail);
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
  ReturnRules returns;
  SurplusRules surplus;
  ChangeRules changes;
  GrownUpRules grown_up;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(period), CEREAL_NVP(may_buy), CEREAL_NVP(ask_first), CEREAL_NVP(may_not), CEREAL_NVP(source),
            CEREAL_NVP(help), wire::appended(CEREAL_NVP(returns)), wire::appended(CEREAL_NVP(surplus)),
            wire::appended(CEREAL_NVP(changes)), wire::appended(CEREAL_NVP(grown_up)), tail);
  }
};

}  // namespace alongside::direct_payments
