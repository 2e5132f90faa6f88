// What others of a family wrote and somebody's devices were given: in the audit before it leaves, once a day.
#include "app/server/audit/read_audit.hpp"
#include "app/server/audit/audit_report.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::server;

namespace {

// Two parents of one child; the first shares what helps the child and the school with the second.
class SharingParents {
 public:
  SharingParents() {
    server.relate(sam, child);
    server.relate(jo, child);
    for (const wire::Facet facet : {wire::Facet::CareNotes, wire::Facet::School}) {
      REQUIRE(device_of_sam.make(child, share(jo, facet, wire::ShareLevel::See)).outcome == wire::Outcome::Applied);
    }
  }
  void write(wire::Facet facet) {
    REQUIRE(device_of_sam.make(child, fact(server, facet, "words of Sam's")).outcome == wire::Outcome::Applied);
  }
  std::vector<AuditEntry> reads() {
    std::vector<AuditEntry> found;
    const auto take = [&](const AuditEntry& entry) {
      if (entry.verb == read_verb) found.push_back(entry);
      return true;
    };
    REQUIRE(AuditTrail(server.database).each(1, take).ok());
    return found;
  }

  SyncServer server;
  Actor sam = server.person(1), jo = server.person(2);
  wire::Subject child = server.child(1);
  TestDevice device_of_sam{server, sam, 1}, device_of_jo{server, jo, 2};
};

}  // namespace

TEST_CASE("what somebody was given of others' is in the audit, with whose it is and what facets, and no words") {
  SharingParents family;
  family.write(wire::Facet::CareNotes);
  REQUIRE(family.device_of_jo.feed().documents.size() == 1);
  const auto reads = family.reads();
  REQUIRE(reads.size() == 1);
  CHECK(reads[0].actor == family.jo.person);
  CHECK(reads[0].household == family.child.household);
  CHECK(reads[0].subject == family.child.id);
  CHECK(reads[0].kind == bit_of(wire::Facet::CareNotes));
  CHECK(reads[0].at_ms == family.server.clock.now);
  CHECK(entry_text(reads[0]).find("was given what others wrote: care_notes") != std::string::npos);
  CHECK(entry_json(reads[0]).find("\"facets\":[\"care_notes\"]") != std::string::npos);
  const auto check = AuditTrail(family.server.database).check();
  REQUIRE(check.ok());
  CHECK(check->faults.empty());
}

TEST_CASE("it is noted once a day: again only for another facet, or on another day") {
  SharingParents family;
  family.write(wire::Facet::CareNotes);
  for (int times = 0; times < 3; ++times) family.device_of_jo.feed();
  CHECK(family.reads().size() == 1);
  family.write(wire::Facet::School);
  family.device_of_jo.feed();
  REQUIRE(family.reads().size() == 2);
  CHECK(family.reads()[1].kind == bit_of(wire::Facet::School));
  family.device_of_jo.feed();
  CHECK(family.reads().size() == 2);
  family.server.clock.day = Date(family.server.clock.day.days() + 1);
  family.device_of_jo.feed();
  REQUIRE(family.reads().size() == 3);
  CHECK(family.reads()[2].kind == (bit_of(wire::Facet::CareNotes) | bit_of(wire::Facet::School)));
}

TEST_CASE("one's own things, what is gone and an answer with nothing new are no reading of others'") {
  SharingParents family;
  family.write(wire::Facet::CareNotes);
  const wire::FeedPage own = family.device_of_sam.feed();
  CHECK_FALSE(own.documents.empty());
  family.device_of_sam.feed(own.until);
  CHECK(family.reads().empty());
  REQUIRE(family.device_of_sam.make(family.child, share(family.jo, wire::Facet::CareNotes, wire::ShareLevel::None))
              .outcome == wire::Outcome::Applied);
  family.device_of_jo.feed();
  CHECK(family.reads().empty());
}

TEST_CASE("what cannot be noted is not given") {
  SharingParents family;
  family.write(wire::Facet::CareNotes);
  REQUIRE(family.server.database.execute("DROP TABLE read_noted").ok());
  CHECK_FALSE(family.server.service.feed(family.jo, 0).ok());
  CHECK(family.server.service.feed(family.sam, 0).ok());
}
