#include "plugins/local_offer/api/record_reader.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/local_offer/api/html_text.hpp"

#include <utility>

namespace alongside::local_offer {

using server::JsonKind;
using server::JsonValue;

RecordReader::RecordReader(const JsonValue& object, std::string path, RecordFaults& faults)
    : object_(&object), path_(std::move(path)), faults_(&faults) {
  if (!object.is(JsonKind::Object)) faults.refuse((path_.empty() ? "the record" : path_) + " is not an object");
}

const JsonValue* RecordReader::find(std::string_view name) const {
  const JsonValue* value = object_->find(name);
  return value == nullptr || value->is(JsonKind::Null) ? nullptr : value;
}

const JsonValue* RecordReader::text(std::string_view name) {
  const JsonValue* value = find(name);
  if (value == nullptr || value->is(JsonKind::Text)) return value;
  refuse(name, "is not text");
  return nullptr;
}

std::string RecordReader::line(std::string_view name) {
  constexpr std::size_t longest_line = 2000;
  const JsonValue* value = text(name);
  if (value == nullptr) return {};
  auto line = one_line_of(value->text);
  if (!line.ok()) {
    refuse(name, line.error().detail);
    return {};
  }
  if (line.value().size() <= longest_line) return std::move(line).value();
  refuse(name, "is longer than 2,000 bytes");
  return {};
}

RichText RecordReader::rich(std::string_view name) {
  const JsonValue* value = text(name);
  if (value == nullptr) return {};
  auto rich = rich_text_of(value->text);
  if (rich.ok()) return std::move(rich).value();
  refuse(name, rich.error().detail);
  return {};
}

std::optional<double> RecordReader::number(std::string_view name) {
  const JsonValue* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number()) return value->real;
  refuse(name, "is not a number");
  return std::nullopt;
}

std::optional<Date> RecordReader::date(std::string_view name) {
  const JsonValue* value = text(name);
  if (value == nullptr || trim(value->text).empty()) return std::nullopt;
  // Some systems write a date with a time; the day is what counts.
  std::string_view day = trim(value->text);
  if (day.size() > 10 && (day[10] == 'T' || day[10] == ' ')) day = day.substr(0, 10);
  const Result<Date> date = Date::parse(day);
  if (date.ok()) return date.value();
  refuse(name, "is not a date like 2026-11-22");
  return std::nullopt;
}

std::string RecordReader::address(std::string_view name) {
  const JsonValue* value = text(name);
  if (value == nullptr) return {};
  const std::string_view address = trim(value->text);
  if (address.empty()) return {};
  const bool is_web =
      is_safe_href(address) && (address[0] == 'h' || address[0] == 'H') && is_text(address) && address.size() <= 2000;
  if (is_web) return std::string(address);
  note(name, "is not an http address; left out");
  return {};
}

std::string RecordReader::email(std::string_view name) {
  const JsonValue* value = text(name);
  if (value == nullptr) return {};
  const std::string_view email = trim(value->text);
  if (email.empty()) return {};
  const std::size_t at = email.find('@');
  const bool is_plain = email.find_first_of(" \t\n\r<>\"?&%,;:") == std::string_view::npos && is_text(email);
  if (is_plain && at != std::string_view::npos && at > 0 && at + 1 < email.size() && email.size() <= 254)
    return std::string(email);
  note(name, "is not an email address; left out");
  return {};
}

std::optional<RecordReader> RecordReader::object(std::string_view name) {
  const JsonValue* value = find(name);
  if (value == nullptr) return std::nullopt;
  return RecordReader(*value, path_ + std::string(name) + ".", *faults_);
}

std::vector<RecordReader> RecordReader::objects(std::string_view name) {
  constexpr std::size_t most_items = 200;
  std::vector<RecordReader> readers;
  const JsonValue* value = find(name);
  if (value == nullptr) return readers;
  if (!value->is(JsonKind::Array)) {
    refuse(name, "is not a list");
    return readers;
  }
  if (value->items.size() > most_items) {
    refuse(name, "has more than 200 entries");
    return readers;
  }
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    readers.emplace_back(value->items[i], path_ + std::string(name) + "[" + std::to_string(i) + "].", *faults_);
  }
  return readers;
}

void RecordReader::refuse(std::string_view name, std::string_view why) {
  faults_->refuse(path_ + std::string(name) + " " + std::string(why));
}

void RecordReader::note(std::string_view name, std::string_view what) {
  faults_->notes.push_back(path_ + std::string(name) + " " + std::string(what));
}

}  // namespace alongside::local_offer
