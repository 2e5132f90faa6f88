// Month: Sam and Jo, each with a device without a network for a month, and 500 edits each that cross the other's: the
// same payments taken back, the same lines of a bank's file added, the same plan changed and taken out, the same return
// sent, and payments into the period of a return that the other sends. Made by the test of the month.
#pragma once

#include "tests/apart/family_device.hpp"
#include "tests/apart/plan_watch.hpp"

#include <string>
#include <vector>

namespace alongside::apart {

enum class Edit : std::uint8_t { Spend, Line, TakeBack, Plan, TakeOut, Send };

struct MadeEdit {
  OperationId id;
  Edit kind = Edit::Spend;
  DocumentId target;  // of what was there: a payment or a plan item
  std::string words;  // in what the person wrote: no two edits of theirs have the same
};

struct Member {
  Member(testing::FamilyParts& council, PersonId person, const char* name, std::uint64_t number,
         std::vector<Decided>& decided)
      : device(council, person, number, decided), name(name), chance(number) {}

  FamilyDevice device;
  std::string name;
  client::SteadyChance chance;
  std::vector<MadeEdit> edits;
};

class Month {
 public:
  static constexpr std::size_t edits_each = 500;

  Month();
  void live_apart();
  // The first half of Sam's changes arrives, then all of Jo's, then the rest of Sam's, and everybody fetches.
  void come_together();

  testing::FamilyParts council;
  std::vector<Decided> decided;
  Member phone{council, testing::sam, "Sam", 1, decided};
  Member tablet{council, testing::jo, "Jo", 2, decided};
  PlanWatch watch;

 private:
  void share_a_past();
  void live(Member& member);
  void november(Member& member);
  void december(Member& member);
  void do_one(Member& member, Edit kind, std::size_t number);
  void spend(Member& member, std::size_t number);
  void add_line(Member& member, std::size_t number);
  void take_back(Member& member, std::size_t number);
  void plan(Member& member, std::size_t number);
  void take_out(Member& member, std::size_t number);
  void send(Member& member);

  std::vector<DocumentId> payments_;  // the first ones are November's
  std::vector<DocumentId> plan_;
  std::string file_;
};

}  // namespace alongside::apart
