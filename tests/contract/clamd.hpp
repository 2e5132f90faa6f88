// Clamd: the real daemon of ClamAV, with one signature of our own instead of a database from the network. Owned by one
// test case.
#pragma once

#include "tests/contract/server_process.hpp"

#include <string>
#include <string_view>

namespace alongside::contract {

class Clamd {
 public:
  // A file with these words in it counts as harmful.
  static constexpr std::string_view harmful = "ALONGSIDE-HARMFUL-FILE";

  Clamd();  // not started yet
  Clamd(const Clamd&) = delete;
  Clamd& operator=(const Clamd&) = delete;
  ~Clamd() { stop(); }

  static bool is_installed();
  std::string socket() const { return folder_.path() + "/clamd.sock"; }
  bool start();  // once it listens; false when it does not
  void stop();

 private:
  TemporaryFolder folder_;
  pid_t process_ = -1;
};

}  // namespace alongside::contract
