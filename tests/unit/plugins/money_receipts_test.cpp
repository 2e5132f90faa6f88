// Receipts on the money screens: adding a photo to a spend, what is said of it, and where it is found again.
#include "app/ui/ui.hpp"
#include "app/wire/messages/attachment.hpp"
#include "plugins/direct_payments/pages/entry_page.hpp"
#include "plugins/direct_payments/pages/receipts_ui.hpp"
#include "plugins/direct_payments/pages/spend_page.hpp"
#include "tests/unit/plugins/money_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

constexpr std::string_view field = "Photo of the receipt";

template <class AnyPage>
struct ReceiptScreen : MoneyScreen<AnyPage> {
  using MoneyScreen<AnyPage>::MoneyScreen;

  void choose(std::string_view name) {
    const ui::NodeId node = this->harness.find(Role::FileField, field).id;
    this->harness.push({node, ui::ActionKind::SetValue, "file-7\n" + std::string(name)});
    this->draw();
  }
  void finish(Result<void> result = {}) {
    this->host.attachments_.finish(result);
    this->draw();
    this->draw();
  }
  std::string error() const { return this->harness.find(Role::FileField, field).error; }
};

struct SpendReceiptScreen : ReceiptScreen<SpendPage> {
  SpendReceiptScreen() : ReceiptScreen("/money/spend") {
    type("What was it for?", "Swim club");
    type("How much?", "8.50");
  }
};

struct EntryReceiptScreen : ReceiptScreen<EntryPage> {
  EntryReceiptScreen() : ReceiptScreen("/money/entry/" + id_number<DocumentId>(2).text()) {
    add(2, spend_of(800, "2026-11-21"));
    draw();
  }
  void receipt(std::uint8_t number, std::uint32_t bytes, wire::MediaType type = wire::MediaType::Jpeg) {
    wire::Attachment attachment;
    attachment.of = id_number<DocumentId>(2);
    attachment.added_by = sam;
    attachment.bytes = bytes;
    attachment.type = type;
    host.records_.put(id_number<DocumentId>(number), riley, sam, wire::Facet::Money, attachment);
    draw();
  }
};

}  // namespace

TEST_CASE("a photo that is on the device is named by the spend, in the same change") {
  SpendReceiptScreen screen;
  screen.choose("IMG_0042.jpg");
  CHECK(screen.host.attachments_.adding.at(0).token == "file-7");
  CHECK(screen.says("Getting your photo ready…"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Save this spend"));
  screen.finish();
  CHECK(screen.says("IMG_0042.jpg, 240 KB"));
  CHECK(screen.host.announced.back() == "The photo is on this device.");
  screen.press("Save this spend");
  screen.kept();
  const auto record = screen.host.records_.payload<RecordTransaction>(0);
  REQUIRE(record.receipts.size() == 1);
  CHECK(screen.host.attachments_.states.count(record.receipts[0]) == 1);
  CHECK(screen.says("The photo is on this device too. It goes to the council by itself."));
}

TEST_CASE("a spend without a photo is written as it was before there were any") {
  SpendReceiptScreen screen;
  screen.press("Save this spend");
  screen.kept();
  CHECK(screen.host.records_.payload<RecordTransaction>(0).receipts.empty());
  CHECK_FALSE(screen.says("The photo is on this device too. It goes to the council by itself."));
}

TEST_CASE("what is no photo is said beside the field, and the spend is saved without it") {
  SpendReceiptScreen screen;
  const auto try_file = [&](const Error& error) {
    screen.choose("notes.txt");
    screen.finish(error);
    CHECK_FALSE(screen.says("notes.txt, 240 KB"));
    return screen.error();
  };
  CHECK(try_file({ErrorCode::InvalidInput, "HTTP 415"}) ==
        "This is not a photo we can read. Try another photo, or a PDF.");
  CHECK(try_file({ErrorCode::TooLarge, "file"}) == "This file is too large. Take a photo of the receipt instead.");
  CHECK(try_file({ErrorCode::TooLarge, "full"}) ==
        "There is no room for a photo on this device. Delete something you do not need, then try again. You can save "
        "your spend without it.");
  CHECK(try_file({ErrorCode::TooLarge, "many"}) ==
        "Many photos still wait on this device. Try again when they are with the council.");
  CHECK(try_file({ErrorCode::Offline, ""}) ==
        "We could not get the photo ready without a network. Try again when you are online.");
  CHECK(try_file({ErrorCode::Storage, ""}) ==
        "The photo could not be kept on this device. You can save your spend without it.");
  screen.press("Save this spend");
  screen.kept();
  CHECK(screen.host.records_.payload<RecordTransaction>(0).receipts.empty());
}

TEST_CASE("a photo can be taken out again before it is sent, and is off the device then") {
  SpendReceiptScreen screen;
  screen.choose("a.jpg");
  screen.finish();
  screen.press("Take out a.jpg");
  CHECK(screen.host.attachments_.states.empty());
  CHECK_FALSE(screen.says("a.jpg, 240 KB"));
  CHECK(screen.harness.focused() == screen.harness.find(Role::FileField, field).id);
  screen.press("Save this spend");
  screen.kept();
  CHECK(screen.host.records_.payload<RecordTransaction>(0).receipts.empty());
}

TEST_CASE("a photo that was chosen is in the draft before it is on the disk, and there again after a crash") {
  SpendReceiptScreen screen;
  screen.choose("a.jpg");
  const auto draft = wire::decode_payload<SpendForm>(screen.host.records_.drafts.begin()->second);
  REQUIRE(draft.ok());
  REQUIRE(draft->receipts.size() == 1);
  CHECK(draft->receipts[0].name == "a.jpg");
  screen.finish();
  screen.open("/money/spend");
  CHECK(screen.says("a.jpg, 240 KB"));
  screen.host.attachments_.states.clear();  // killed before it was kept
  screen.open("/money/spend");
  CHECK_FALSE(screen.says("a.jpg, 240 KB"));
  screen.press("Save this spend");
  screen.kept();
  CHECK(screen.host.records_.payload<RecordTransaction>(0).receipts.empty());
}

TEST_CASE("five photos are the most for one spend") {
  SpendReceiptScreen screen;
  for (int i = 0; i < 5; ++i) {
    screen.choose("a.jpg");
    screen.finish();
  }
  CHECK(screen.harness.count(Role::FileField) == 0);
  CHECK(screen.says("A spend can have 5 photos."));
}

TEST_CASE("a receipt that has arrived can be saved from the payment's screen, with its size") {
  EntryReceiptScreen screen;
  screen.receipt(7, 240'000);
  const auto& link = screen.harness.find(Role::Link, "Save the photo of the receipt (240 KB)");
  CHECK(link.href == "/api/attachments/" + id_number<DocumentId>(7).text());
  CHECK(screen.says("The photo is kept with the council."));
  screen.receipt(8, 1'260'000, wire::MediaType::Pdf);
  CHECK(screen.harness.has(Role::Link, "Save the receipt as a PDF (1.3 MB)"));
}

TEST_CASE("of a receipt that has not arrived the screen says where it is") {
  EntryReceiptScreen screen;
  screen.receipt(7, 0);
  CHECK(screen.says("This photo has not come to the council yet. It may be on another device."));
  AttachmentState& state = screen.host.attachments_.states[id_number<DocumentId>(7)];
  const auto said = [&](AttachmentPlace place, const char* code, const char* words) {
    state = {place, 10, code};
    screen.draw();
    return screen.says(words);
  };
  CHECK(said(AttachmentPlace::OnDevice, "",
             "The photo is on this device. It goes to the council when there is a network."));
  CHECK(said(AttachmentPlace::Sending, "", "We are sending the photo now."));
  CHECK(said(AttachmentPlace::Sent, "", "The photo is kept with the council."));
  CHECK(said(AttachmentPlace::Refused, "not_a_photo",
             "The council could not read this photo. Take it again and add it here."));
  CHECK(said(AttachmentPlace::Refused, "no_room", "The council has no more room for your photos. Please call us."));
  screen.press("Remove it from this device");
  CHECK(screen.host.attachments_.states.empty());
}

TEST_CASE("a photo can be added to a payment that is recorded already, once") {
  EntryReceiptScreen screen;
  screen.choose("later.jpg");
  CHECK(screen.host.records_.saved.empty());
  screen.finish();
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto add = screen.host.records_.payload<AddReceipt>(0);
  CHECK(add.transaction == id_number<DocumentId>(2));
  screen.kept();
  CHECK(screen.says("The photo is on this device. It goes to the council when there is a network."));
  CHECK(screen.host.records_.saved.size() == 1);
}

TEST_CASE("money that came in has no receipt") {
  ReceiptScreen<EntryPage> screen("/money/entry/" + id_number<DocumentId>(1).text());
  CHECK(screen.harness.count(Role::FileField) == 0);
  CHECK_FALSE(screen.harness.has(Role::Heading, "Receipts"));
}

TEST_CASE("sizes are said in the words that phones use") {
  CHECK(size_text(1) == "1 KB");
  CHECK(size_text(240'000) == "240 KB");
  CHECK(size_text(999'999) == "1000 KB");
  CHECK(size_text(1'000'000) == "1.0 MB");
  CHECK(size_text(5'242'880) == "5.2 MB");
}
