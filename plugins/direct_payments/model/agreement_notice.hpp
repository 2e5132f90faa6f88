// AgreementNotice: what the council told a family in writing when it made, changed or ended an agreement: what, from
// when, why, by whom, and what they can do if they disagree. A document of facet Money, made by the council's verbs and
// never changed: the record of what was said. Shown by the screen of what is agreed.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class NoticeKind : std::uint8_t { Created, Amended, Stopped };
constexpr bool is_known(NoticeKind kind) { return kind <= NoticeKind::Stopped; }
constexpr std::string_view name_of(NoticeKind kind) {
  constexpr std::string_view names[] = {"created", "amended", "stopped"};
  return names[static_cast<unsigned>(kind)];
}

// What is still to do when a payment ends.
struct LastReturn {
  Date first;
  Date last;
  Date send_by;
  bool operator==(const LastReturn&) const = default;
  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(first), CEREAL_NVP(last), CEREAL_NVP(send_by));
  }
};

struct AgreementNotice {
  static constexpr wire::SchemaId schema{204, 1};
  static constexpr std::size_t most_words = 2000;  // bytes of what is said at a time

  DocumentId agreement;
  std::uint16_t number = 1;  // among the agreement's notices
  NoticeKind kind = NoticeKind::Created;
  Date day;             // on which it was given
  Date from;            // the first day of what is new; of a stop, the last day that is paid for
  std::string officer;  // who decided it
  AgreementTerms before;
  AgreementTerms after;
  std::string keeper;        // who keeps the money from then on, when that is a managed account
  std::optional<Date> ends;  // as it is from then on
  std::optional<Date> review;
  wire::Bilingual reason;
  std::uint16_t usual_days = 0;   // of notice, by the council's own rule
  wire::Bilingual short_because;  // why it is fewer this time; empty: it is not
  std::optional<LastReturn> last_return;
  wire::Bilingual money_left;
  std::vector<wire::Bilingual> disagree;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(number), CEREAL_NVP(kind), CEREAL_NVP(day), CEREAL_NVP(from),
            CEREAL_NVP(officer), CEREAL_NVP(before), CEREAL_NVP(after), CEREAL_NVP(keeper), CEREAL_NVP(ends),
            CEREAL_NVP(review), CEREAL_NVP(reason), CEREAL_NVP(usual_days), CEREAL_NVP(short_because),
            CEREAL_NVP(last_return), CEREAL_NVP(money_left), CEREAL_NVP(disagree), tail);
  }
  std::int32_t days_of_notice() const { return days_between(day, from); }
};

}  // namespace alongside::direct_payments
