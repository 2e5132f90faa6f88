#include "app/server/json_reader.hpp"

#include "app/server/json_cost.hpp"

// Only what its parser needs is compiled: values, pointers and serializers, which src.hpp has too, take as long.
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/detail/impl/default_resource.ipp>
#include <boost/json/detail/impl/except.ipp>
#include <boost/json/detail/impl/shared_resource.ipp>
#include <boost/json/detail/impl/stack.ipp>
#include <boost/json/impl/error.ipp>

#include <algorithm>
#include <charconv>
#include <exception>
#include <fstream>
#include <system_error>
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

// Boost.JSON's object keeps the last of two equal keys and says nothing; a handler of our own sees
// both, and builds our tree directly.
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
    std::vector<std::string_view> names;
    names.reserve(open_.back().members.size());
    for (const auto& [name, value] : open_.back().members) names.push_back(name);
    std::ranges::sort(names);
    const auto twice = std::ranges::adjacent_find(names);
    if (twice == names.end()) return pop();
    duplicate_ = *twice;
    return stop(error);
  }

  bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return append(key_, part); }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    append(key_, part);
    keys_.push_back(std::exchange(key_, {}));
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t whole, json::error_code& error) {
    return whole > most_text_ ? stop_long(error) : append(text_, part);
  }
  bool on_string(json::string_view part, std::size_t whole, json::error_code& error) {
    if (whole > most_text_) return stop_long(error);
    append(text_, part);
    JsonValue value;
    value.kind = JsonKind::Text;
    value.text = std::exchange(text_, {});
    return put(std::move(value));
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    JsonValue value;
    value.kind = JsonKind::Integer;
    value.integer = number;
    value.real = static_cast<double>(number);
    return put(std::move(value));
  }
  bool on_uint64(std::uint64_t number, json::string_view text, json::error_code& error) {
    return on_double(static_cast<double>(number), text, error);
  }
  // Boost's own number is the nearest but one now and then; its letters say which one is meant, as JavaScript reads it.
  bool on_double(double number, json::string_view letters, json::error_code&) {
    double nearest = 0;
    const auto read = std::from_chars(letters.data(), letters.data() + letters.size(), nearest);
    if (read.ec == std::errc() && read.ptr == letters.data() + letters.size()) number = nearest;
    JsonValue value;
    value.kind = JsonKind::Real;
    value.real = number == 0 ? 0 : number;  // minus nothing is nothing, as in a frame
    return put(std::move(value));
  }
  bool on_bool(bool boolean, json::error_code&) {
    JsonValue value;
    value.kind = JsonKind::Boolean;
    value.boolean = boolean;
    return put(std::move(value));
  }
  bool on_null(json::error_code&) { return put(JsonValue{}); }
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
    open_.emplace_back();
    open_.back().kind = kind;
    if (kind == JsonKind::Object)
      open_.back().members.reserve(counts_[begun_++]);
    else
      open_.back().items.reserve(counts_[begun_++]);
    return true;
  }

  bool pop() {
    JsonValue done = std::move(open_.back());
    open_.pop_back();
    return put(std::move(done));
  }

  bool put(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().is(JsonKind::Array)) {
      open_.back().items.push_back(std::move(value));
    } else {
      open_.back().members.emplace_back(std::move(keys_.back()), std::move(value));
      keys_.pop_back();
    }
    return true;
  }

  std::size_t most_text_;
  const std::vector<std::uint32_t>& counts_;
  std::size_t begun_ = 0;  // arrays and objects
  JsonValue root_;
  std::vector<JsonValue> open_;    // the arrays and objects we are inside of
  std::vector<std::string> keys_;  // the key before each object we are inside of
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
      return fault_at(text, read, "the key \"" + parser.handler().duplicate() + "\" is there twice");
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
