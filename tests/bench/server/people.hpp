// The people of the bench: as many as server.mjs wrote into its family file, two a household around one child, each
// with a device and a fact of their own that they change again and again. Made by load.cpp and sql.cpp.
#pragma once

#include "app/wire/messages/push.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace alongside::bench {

class BenchPerson {
 public:
  // `run`: no two processes use the same devices and facts.
  BenchPerson(std::uint32_t number, std::uint8_t run) : number_(number), run_(run) {}

  PersonId id() const;
  HouseholdId household() const;
  // The next `operations` changes of this device, as if all before had been applied.
  wire::Push next_push(std::size_t operations);
  // Empty: every change was applied, once.
  std::string fault_in(const wire::Push& push, const wire::PushReply& reply) const;

  std::string cookie{};  // "__Host-sid=…"; empty: not signed in

 private:
  std::uint32_t number_;
  std::uint8_t run_;
  std::uint64_t sequence_ = 0;
  std::uint64_t version_ = 0;
};

std::vector<BenchPerson> bench_people(std::size_t count, std::uint8_t run);

}  // namespace alongside::bench
