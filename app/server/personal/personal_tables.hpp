// PersonalTables: for every table of the database, what it holds about people: how it is told to somebody who asks for
// everything that is held about them, and what becomes of it when they are erased. Filled at the start by the features
// (Feature::personal). What is not told, or not erased, says why. A test walks over all tables and fails for one that
// nobody answers for, so that a later plugin cannot forget. Asked by PersonalFeature.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/personal/erasure.hpp"
#include "app/server/personal/held.hpp"
#include "app/wire/json.hpp"
#include "app/wire/payload.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Access;
class Database;
class Documents;
struct CouncilConfig;

// Of whom, and what may be asked on the way. The database may be a restored copy and not the server's.
struct PersonalContext {
  Database& database;
  Documents& documents;
  const Access& access;
  const Clock& clock;
  const CouncilConfig& council;
  PersonId person;
  HouseholdId household;
};

using TellHeld = std::function<Result<void>(const PersonalContext&, EverythingHeld&)>;
using Erase = std::function<Result<void>(const PersonalContext&, Erasure&)>;

// Things go before the documents they belong to, and people last, to whom all others point.
enum class ErasePhase : std::uint8_t { Things, Documents, People };

struct PersonalTable {
  std::string table;
  TellHeld tell = {};
  std::string not_told_because = {};
  Erase erase = {};
  std::string not_erased_because = {};
  ErasePhase phase = ErasePhase::Things;
};

// A kind of document, by the schema id of its content.
struct PersonalKind {
  std::uint32_t kind = 0;
  Sentence title;
  std::function<Result<void>(std::span<const std::uint8_t>, HeldWords&, std::string& json)> tell;
};

// What still has to be done with somebody before they may be erased: a sentence each, with ids only.
using OpenMatters = std::function<Result<std::vector<std::string>>(const PersonalContext&)>;

class PersonalTables {
 public:
  void add(PersonalTable table) { tables_.push_back(std::move(table)); }
  // Nothing about any person is in it.
  void about_nobody(std::string table, const std::string& because) {
    add({std::move(table), {}, because, {}, because});
  }
  void open_matters(OpenMatters matters) { open_.push_back(std::move(matters)); }

  template <wire::Message T>
  void kind(const Sentence& title, std::function<void(const T&, HeldWords&)> words) {
    kinds_.push_back({T::schema.id, title,
                      [words = std::move(words)](std::span<const std::uint8_t> content, HeldWords& lines,
                                                 std::string& json) -> Result<void> {
                        const auto message = ALONGSIDE_TRY(wire::decode_payload<T>(content));
                        json = wire::to_json(message);
                        words(message, lines);
                        return {};
                      }});
  }

  const std::vector<PersonalTable>& tables() const { return tables_; }
  const std::vector<OpenMatters>& open() const { return open_; }
  const PersonalKind* kind_of(std::uint32_t kind) const;

 private:
  std::vector<PersonalTable> tables_;
  std::vector<PersonalKind> kinds_;
  std::vector<OpenMatters> open_;
};

// Everything that the registered tables hold about somebody. NotFound: there is no such person.
Result<EverythingHeld> tell_everything(const PersonalTables& tables, const PersonalContext& context, Language language);

}  // namespace alongside::server
