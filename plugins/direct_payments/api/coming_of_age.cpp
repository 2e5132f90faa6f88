#include "plugins/direct_payments/api/coming_of_age.hpp"

#include "app/base/birthday.hpp"
#include "app/base/clock.hpp"
#include "app/base/cycle.hpp"
#include "app/server/database.hpp"
#include "app/server/feature.hpp"
#include "app/server/id_column.hpp"
#include "plugins/direct_payments/model/agreement.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace alongside::direct_payments {
namespace {

struct Coming {
  Date day;
  std::int32_t years = 0;
  std::string line;
};

std::string to_do(const Agreement& agreement, std::int32_t years, Date day, bool is_own_payee) {
  if (years == youngest_payee)
    return is_own_payee ? "they are paid themselves already" : "ask them whether they want to be paid themselves";
  if (agreement.ends && *agreement.ends < day) return "it ends before that day: make the one for adults";
  return "end it on " + Date(day.days() - 1).iso() + ", make the one for adults, and say who is paid then";
}

}  // namespace

Result<std::optional<Date>> born_on(server::Database& database, const wire::Subject& child) {
  auto select = ALONGSIDE_TRY(database.prepare("SELECT born_day FROM child WHERE household = ?1 AND id = ?2"));
  server::bind_id(select, 1, child.household);
  server::bind_id(select, 2, child.id);
  if (ALONGSIDE_TRY(select.step()) != server::Step::Row) return std::optional<Date>();
  return std::optional(Date(static_cast<std::int32_t>(select.column_integer(0))));
}

Result<std::string> list_birthdays(const server::FeatureContext& context, std::int32_t months) {
  const Date today = context.clock.today();
  const Date last = cycle_day({today, 0, 1}, months);
  std::vector<Coming> coming;
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(Agreement::schema.id))) {
    const auto agreement = ALONGSIDE_TRY(wire::decode_payload<Agreement>(document.content));
    const auto born = ALONGSIDE_TRY(born_on(context.database, document.subject));
    if (!born || (agreement.ends && *agreement.ends < today)) continue;
    const server::Actor payee{agreement.payee, document.subject.household, {}};
    const auto relation = ALONGSIDE_TRY(context.access.relation(payee, document.subject));
    for (const std::int32_t years : {youngest_payee, grown_up_at}) {
      const Date day = birthday(*born, years);
      if (day < today || day > last) continue;
      const std::string what = to_do(agreement, years, day, relation == server::Relation::YoungPerson);
      coming.push_back(
          {day, years,
           day.iso() + "  " + std::to_string(years) + "  agreement " + document.id.text() + ": " + what + "\n"});
    }
  }
  std::sort(coming.begin(), coming.end(), [](const Coming& a, const Coming& b) { return a.line < b.line; });
  std::string report;
  for (const Coming& one : coming) report += one.line;
  return report + std::to_string(coming.size()) + " birthdays until " + last.iso() + ".\n";
}

}  // namespace alongside::direct_payments
