// JsonWriter: cereal's output archive for JSON, compact, straight into a string. Made by to_json;
// messages never name it. cereal's own JSON archive is not used: it brings iostreams and a JSON
// library that current compilers refuse. There is no reader: JSON is output only.
#pragma once

#include <cereal/cereal.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::wire {

class JsonWriter final : public cereal::OutputArchive<JsonWriter, 0> {
 public:
  explicit JsonWriter(std::string& out);
  ~JsonWriter() override;

  void null() { literal("null"); }
  void truth(bool value) { literal(value ? "true" : "false"); }
  void signed_number(std::int64_t value);
  void unsigned_number(std::uint64_t value);
  void fraction(double value);
  void text(std::string_view value);

  void open(char bracket);   // '{' or '['
  void close(char bracket);  // '}' or ']'
  void key(std::string_view name);

 private:
  void literal(std::string_view value);
  void comma();
  void quoted(std::string_view value);

  std::string& out_;
  bool after_value_ = false;  // what comes next in the same object or array needs a comma first
};

}  // namespace alongside::wire
