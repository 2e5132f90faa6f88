#include "app/server/json_reader.hpp"

#include "app/base/utf8.hpp"
#include "app/server/json_cost.hpp"

// Only what its parser needs is compiled: values, pointers and serializers, which src.hpp has too, take as long.
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/detail/impl/default_resource.ipp>
#include <boost/json/detail/impl/except.ipp>
#include <boost/json/detail/impl/shared_resource.ipp>
#include <boost/json/detail/impl/stack.ipp>
#include <boost/json/impl/error.ipp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <exception>
#include <fstream>
#include <functional>
#include <optional>
#include <system_error>
#include <tuple>
#include <vector>

namespace alongside::server {

namespace json = boost::json;

const JsonValue* JsonValue::find(std::string_view name) const {
  for (const Member& member : members) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

std::string_view JsonValue::text_at(std::string_view name) const {
  const JsonValue* value = find(name);
  return value != nullptr && value->is(JsonKind::Text) ? std::string_view(value->text) : std::string_view();
}

namespace {

// A table of the names' places for many of them: sorting takes five times as long. Whoever chose names of one hash has
// theirs sorted.
bool are_all_different(const std::vector<JsonValue::Member>& members) {
  const std::size_t places = std::bit_ceil(2 * members.size());
  std::vector<std::uint32_t> table(places);  // one more than the place in `members`; 0 is free
  std::size_t looks_left = 4 * members.size();
  for (std::uint32_t at = 0; at < members.size(); ++at) {
    const std::string_view name = members[at].first;
    std::size_t place = std::hash<std::string_view>()(name) & (places - 1);
    for (; table[place] != 0; place = (place + 1) & (places - 1))
      if (looks_left-- == 0 || members[table[place] - 1].first == name) return false;
    table[place] = at + 1;
  }
  return true;
}

// The first of the names that are there twice, in the order of names; or nothing.
std::optional<std::string_view> twice_in(const std::vector<JsonValue::Member>& members) {
  constexpr std::size_t few = 8;  // that many are sorted in no time
  if (members.size() > few && are_all_different(members)) return std::nullopt;
  std::vector<std::string_view> names;
  names.reserve(members.size());
  for (const auto& [name, value] : members) names.push_back(name);
  std::ranges::sort(names);
  const auto twice = std::ranges::adjacent_find(names);
  return twice == names.end() ? std::nullopt : std::optional(*twice);
}

// Boost.JSON's object keeps the last of two equal keys and says nothing; a handler of our own sees
// both, and builds our tree directly: each value where it stays.
class TreeHandler {
 public:
  static constexpr std::size_t max_object_size = 1'000'000;
  static constexpr std::size_t max_array_size = 1'000'000;
  static constexpr std::size_t max_key_size = 1024;
  static constexpr std::size_t max_string_size = 64 * 1024 * 1024;  // `most_text` is what counts

  // `counts`: of the values in each array and object, so that room for them is made once. It must live as long.
  TreeHandler(std::size_t most_text, const std::vector<std::uint32_t>& counts)
      : most_text_(most_text), counts_(counts) {}

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return push(JsonKind::Object); }
  bool on_array_begin(json::error_code&) { return push(JsonKind::Array); }
  bool on_array_end(std::size_t, json::error_code&) { return pop(); }
  bool on_object_end(std::size_t, json::error_code& error) {
    const auto twice = twice_in(open_.back()->members);
    if (!twice) return pop();
    duplicate_ = *twice;
    return stop(error);
  }

  bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return append(key_, part); }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    append(key_, part);
    open_.back()->members.emplace_back(std::piecewise_construct, std::forward_as_tuple(std::exchange(key_, {})),
                                       std::tuple<>());
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t whole, json::error_code& error) {
    return whole > most_text_ ? stop_long(error) : append(text_, part);
  }
  bool on_string(json::string_view part, std::size_t whole, json::error_code& error) {
    if (whole > most_text_) return stop_long(error);
    append(text_, part);
    put(JsonKind::Text).text = std::exchange(text_, {});
    return true;
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    JsonValue& value = put(JsonKind::Integer);
    value.integer = number;
    value.real = static_cast<double>(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, json::string_view text, json::error_code& error) {
    return on_double(static_cast<double>(number), text, error);
  }
  // Boost's own number is the nearest but one now and then; its letters say which one is meant, as JavaScript reads it.
  bool on_double(double number, json::string_view letters, json::error_code&) {
    double nearest = 0;
    const auto read = std::from_chars(letters.data(), letters.data() + letters.size(), nearest);
    if (read.ec == std::errc() && read.ptr == letters.data() + letters.size()) number = nearest;
    put(JsonKind::Real).real = number == 0 ? 0 : number;  // minus nothing is nothing, as in a frame
    return true;
  }
  bool on_bool(bool boolean, json::error_code&) {
    put(JsonKind::Boolean).boolean = boolean;
    return true;
  }
  bool on_null(json::error_code&) {
    put(JsonKind::Null);
    return true;
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  JsonValue take() { return std::move(root_); }
  const std::string& duplicate() const { return duplicate_; }

 private:
  static bool append(std::string& to, json::string_view part) {
    to.append(part.data(), part.size());
    return true;
  }

  static bool stop(json::error_code& error) {
    error = json::make_error_code(json::error::syntax);
    return false;
  }

  static bool stop_long(json::error_code& error) {
    error = json::make_error_code(json::error::string_too_large);
    return false;
  }

  bool push(JsonKind kind) {
    JsonValue& value = put(kind);
    if (kind == JsonKind::Object)
      value.members.reserve(counts_[begun_++]);
    else
      value.items.reserve(counts_[begun_++]);
    open_.push_back(&value);
    return true;
  }

  bool pop() {
    open_.pop_back();
    return true;
  }

  // The place of the value that comes next: the last in what is open, whose name is there already.
  JsonValue& put(JsonKind kind) {
    JsonValue& value = open_.empty()                       ? root_
                       : open_.back()->is(JsonKind::Array) ? open_.back()->items.emplace_back()
                                                           : open_.back()->members.back().second;
    value.kind = kind;
    return value;
  }

  std::size_t most_text_;
  const std::vector<std::uint32_t>& counts_;
  std::size_t begun_ = 0;  // arrays and objects
  JsonValue root_;
  std::vector<JsonValue*> open_;  // the arrays and objects we are inside of: nothing is added to the ones around it
  std::string key_;
  std::string text_;
  std::string duplicate_;
};

Error fault_at(std::string_view text, std::size_t offset, std::string_view what) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  return Error{ErrorCode::InvalidInput, "JSON: line " + std::to_string(line) + ", column " +
                                            std::to_string(before.size() - line_start + 1) + " (byte " +
                                            std::to_string(offset) + "): " + std::string(what)};
}

}  // namespace

Result<JsonValue> read_json(std::string_view text, JsonLimits limits) {
  if (text.size() > limits.most_bytes) {
    return Error{ErrorCode::TooLarge, "JSON: larger than " + std::to_string(limits.most_bytes) + " bytes"};
  }
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  try {
    json::parse_options options;
    options.max_depth = std::min<std::size_t>(limits.most_depth, 32);
    // Looked over first. A fault that this finds is found again below, and told there.
    json::error_code error;
    json::basic_parser<JsonCost> cost(options);
    cost.write_some(false, text.data(), text.size(), error);
    if (cost.handler().memory() > JsonCost::memory_for(text.size())) {
      return Error{ErrorCode::TooLarge, "JSON: too many small values for its size"};
    }
    error = {};
    json::basic_parser<TreeHandler> parser(options, limits.most_text, cost.handler().counts());
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!parser.handler().duplicate().empty()) {
      return fault_at(text, read, "the key \"" + clean_text(parser.handler().duplicate()) + "\" is there twice");
    }
    if (error) return fault_at(text, read, error.message());
    if (!parser.done()) return fault_at(text, text.size(), "it ends too early");
    if (text.find_first_not_of(" \t\r\n", read) != text.npos) return fault_at(text, read, "something after the end");
    return parser.handler().take();
  } catch (const std::exception& exception) {
    return Error{ErrorCode::Internal, std::string("JSON: ") + exception.what()};
  }
}

Result<JsonValue> read_json_file(const std::string& path, JsonLimits limits) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = file ? static_cast<std::streamoff>(file.tellg()) : std::streamoff{-1};
  if (size < 0) return Error{ErrorCode::NotFound, path + ": this file cannot be read"};
  if (static_cast<std::size_t>(size) > limits.most_bytes) {
    return Error{ErrorCode::TooLarge, path + ": larger than " + std::to_string(limits.most_bytes) + " bytes"};
  }
  std::string text(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  if (!file.read(text.data(), size)) return Error{ErrorCode::Storage, path + ": this file cannot be read"};
  auto value = read_json(text, limits);
  if (!value) return Error{value.error().code, path + ": " + value.error().detail};
  return value;
}

}  // namespace alongside::server
