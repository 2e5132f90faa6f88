#include "app/server/family/birthday_notices.hpp"

#include "app/base/birthday.hpp"
#include "app/base/clock.hpp"
#include "app/base/cycle.hpp"
#include "app/server/family/birthday_words.hpp"
#include "app/server/family/standing_changes.hpp"
#include "app/server/feature.hpp"

#include <array>
#include <vector>

namespace alongside::server {

namespace {

constexpr int days_to_make_up = 30;
constexpr int months_before = 3;

struct YoungOne {
  wire::Subject child;
  Date born;
};

// Which of the four is to be told today.
bool is_due(Birthday birthday, Date born, Date today) {
  const bool is_of_16 = birthday == Birthday::SoonSixteen || birthday == Birthday::Sixteen;
  const Date day = alongside::birthday(born, is_of_16 ? 16 : grown_up_years);
  const bool is_before = birthday == Birthday::SoonSixteen || birthday == Birthday::SoonEighteen;
  if (is_before) return cycle_day({day, 0, 1}, -months_before) <= today && today < day;
  return day <= today && days_between(day, today) <= days_to_make_up;
}

class Telling {
 public:
  Telling(const FeatureContext& context, Chance& chance)
      : context_(context),
        today_(context.clock.today()),
        notices_(context.database, context.documents, context.clock, chance) {}

  Result<void> tell(const YoungOne& one) {
    for (const Birthday birthday :
         {Birthday::SoonSixteen, Birthday::Sixteen, Birthday::SoonEighteen, Birthday::Eighteen}) {
      if (!is_due(birthday, one.born, today_)) continue;
      for (const Relationship& stands : ALONGSIDE_TRY(who_stands_by(context_.database, one.child, today_))) {
        const bool is_young = stands.role == wire::FamilyRole::YoungPerson;
        if (!is_young && !stands.ends_by_age()) continue;
        ALONGSIDE_TRY(tell(stands, birthday, is_young ? ToldAs::YoungPerson : ToldAs::Parent));
      }
    }
    return {};
  }

  std::size_t told() const { return told_; }

 private:
  // Who is restricted is told like every other parent: what ends for them ends for all.
  Result<void> tell(const Relationship& stands, Birthday birthday, ToldAs who) {
    auto note = ALONGSIDE_TRY(context_.database.prepare(
        "INSERT INTO birthday_told (child, person, birthday, day) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"));
    bind_id(bind_id(note, 1, stands.child.id), 2, stands.person);
    ALONGSIDE_TRY(note.bind(3, static_cast<int>(birthday)).bind(4, today_.days()).run());
    if (context_.database.changes() == 0) return {};
    auto home = ALONGSIDE_TRY(context_.database.prepare("SELECT household FROM person WHERE id = ?1"));
    if (ALONGSIDE_TRY(bind_id(home, 1, stands.person).step()) != Step::Row) return {};
    const wire::Subject own{column_id<HouseholdId>(home, 0), SubjectId(stands.person.bytes())};
    ALONGSIDE_TRY(notices_.write(own, birthday_notice(birthday, who)));
    ++told_;
    return {};
  }

  const FeatureContext& context_;
  Date today_;
  NoticeWriter notices_;
  std::size_t told_ = 0;
};

// Whose age it can be about at all.
Result<std::vector<YoungOne>> young_ones(Database& database, Date today) {
  auto rows = ALONGSIDE_TRY(database.prepare(
      "SELECT household, id, born_day FROM child WHERE born_day BETWEEN ?1 AND ?2 ORDER BY household, id"));
  rows.bind(1, today.days() - 19 * 366).bind(2, today.days() - 15 * 365);
  std::vector<YoungOne> found;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    found.push_back({{column_id<HouseholdId>(rows, 0), column_id<SubjectId>(rows, 1)},
                     Date(static_cast<std::int32_t>(rows.column_integer(2)))});
  }
  return found;
}

}  // namespace

Result<std::string> tell_birthdays(const FeatureContext& context, Chance& chance) {
  Telling telling(context, chance);
  for (const YoungOne& one : ALONGSIDE_TRY(young_ones(context.database, context.clock.today()))) {
    ALONGSIDE_TRY(telling.tell(one));
  }
  return std::to_string(telling.told()) + " notices about a 16th or an 18th birthday were written.\n";
}

}  // namespace alongside::server
