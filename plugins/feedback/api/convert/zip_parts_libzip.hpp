// ZipParts: the files inside a ZIP that came from outside, read by their exact names into memory and never written
// anywhere. Wraps libzip, which no other file includes. How large a part says that it is is not believed: it is read
// up to the limits. Used for .xlsx.
#pragma once

#include "app/base/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace alongside::feedback {

class ZipParts {
 public:
  static constexpr std::size_t most_parts = 2'000;
  static constexpr std::size_t most_part_bytes = std::size_t{32} << 20, most_bytes = std::size_t{64} << 20;

  // `bytes` must outlive this.
  static Result<ZipParts> open(std::string_view bytes);
  ZipParts(ZipParts&&) noexcept;
  ZipParts& operator=(ZipParts&&) noexcept;
  ~ZipParts();

  // NotFound where there is none of that name.
  Result<std::string> read(const std::string& name);

 private:
  struct Archive;
  explicit ZipParts(std::unique_ptr<Archive> archive);

  std::unique_ptr<Archive> archive_;
};

}  // namespace alongside::feedback
