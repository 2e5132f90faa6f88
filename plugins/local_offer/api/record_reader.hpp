// RecordReader: takes the fields of one object of a feed. A field of the wrong type makes the whole
// record refused, by its first fault; a field that is missing or null is simply not there. Used by
// the readers of services, schedules, places and prices.
#pragma once

#include "app/base/date.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/local_offer/model/rich_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// What was left out of a record that was otherwise taken, and why a record was not taken.
struct RecordFaults {
  std::string refused;             // empty: taken
  std::vector<std::string> notes;  // "url is not an http address; left out"
  bool is_refused() const { return !refused.empty(); }
  void refuse(std::string why) {
    if (refused.empty()) refused = std::move(why);
  }
};

class RecordReader {
 public:
  // `path` says where we are in reasons: "", "schedules[0].".
  RecordReader(const server::JsonValue& object, std::string path, RecordFaults& faults);

  std::string line(std::string_view name);  // one line of text, without marks
  RichText rich(std::string_view name);
  std::optional<double> number(std::string_view name);
  std::optional<Date> date(std::string_view name);
  std::string address(std::string_view name);  // http or https, else left out with a note
  std::string email(std::string_view name);    // else left out with a note
  std::optional<RecordReader> object(std::string_view name);
  std::vector<RecordReader> objects(std::string_view name);

  void refuse(std::string_view name, std::string_view why);
  void note(std::string_view name, std::string_view what);
  RecordFaults& faults() { return *faults_; }

 private:
  const server::JsonValue* find(std::string_view name) const;  // null when missing or null
  const server::JsonValue* text(std::string_view name);

  const server::JsonValue* object_;
  std::string path_;
  RecordFaults* faults_;
};

}  // namespace alongside::local_offer
