// Erasure: what was done when a person was erased, for the report: what went, and what is kept, why and until when.
// Filled by the features' tables (PersonalTables). Counts and days only: nobody's words.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

struct ErasedCount {
  std::string what;  // "changes of a device"
  std::int64_t count = 0;
};

struct KeptByLaw {
  std::string what;  // "lines of the ledger: days, accounts and amounts"
  std::string because;
  std::int64_t count = 0;
  Date until;
};

class Erasure {
 public:
  void erased(std::string_view what, std::int64_t count);
  void kept(KeptByLaw kept);
  std::string text() const;  // lines for the terminal

 private:
  std::vector<ErasedCount> erased_;
  std::vector<KeptByLaw> kept_;
};

}  // namespace alongside::server
