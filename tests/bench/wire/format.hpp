// Format: one way to write the sample. Each has a file of its own; measure.cpp times them all alike.
// encode() writes a push as bytes, which stay until its next call; decode() reads them back into values
// of the format's own types and returns a sum over them, so that no compiler can leave the work out and a
// wrong value shows. Every format reads over the value it read before, as a server does.
#pragma once

#include "tests/bench/wire/sample.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::bench {

class Format {
 public:
  virtual ~Format() = default;
  virtual std::string_view name() const = 0;
  // Turns the sample into the format's own types: before the clock starts.
  virtual void prepare(const std::vector<SamplePush>& sample) = 0;
  virtual std::string_view encode(std::size_t push) = 0;
  virtual std::int64_t decode(const std::string& bytes) = 0;
};

std::unique_ptr<Format> make_alongside();
std::unique_ptr<Format> make_cereal_binary();
std::unique_ptr<Format> make_cereal_json();
std::unique_ptr<Format> make_protobuf();
std::unique_ptr<Format> make_msgpack();

}  // namespace alongside::bench
