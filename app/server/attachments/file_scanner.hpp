// FileScanner: somebody who looks through a file that a family sent before anybody else can open it. Used by the
// attachments' feature; ClamdScanner is the one that councils run.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"

#include <cstdint>
#include <functional>

namespace alongside::server {

enum class ScanVerdict : std::uint8_t { Clean, Harmful };

class FileScanner {
 public:
  // Unavailable: nobody looked, and the file is neither kept nor refused.
  using Done = std::function<void(Result<ScanVerdict>)>;

  virtual ~FileScanner() = default;
  // `done` is called once, on the server's thread, before or after this returns.
  virtual void scan(Bytes file, Done done) = 0;
};

}  // namespace alongside::server
