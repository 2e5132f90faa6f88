// The core's own kinds of document in plain words, for who asks for everything that is held about them.
#include "app/server/personal/personal_tables.hpp"
#include "app/server/sync/sync_personal.hpp"
#include "app/wire/messages/attachment.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"

namespace alongside::server {

namespace {

Sentence facet_words(wire::Facet facet) {
  switch (facet) {
    case wire::Facet::Own: return {"your own", "eich eiddo chi"};
    case wire::Facet::Money: return {"money", "arian"};
    case wire::Facet::Plan: return {"the plan", "y cynllun"};
    case wire::Facet::Visits: return {"visits", "ymweliadau"};
    case wire::Facet::Files: return {"letters and files", "llythyrau a ffeiliau"};
    case wire::Facet::CareNotes: return {"what helps", "beth sy'n helpu"};
    case wire::Facet::School: return {"school", "ysgol"};
    case wire::Facet::Address: return {"address", "cyfeiriad"};
    case wire::Facet::Phone: return {"phone", "ffôn"};
    case wire::Facet::Email: return {"email", "e-bost"};
    case wire::Facet::Workers: return {"who comes to help", "pwy sy'n dod i helpu"};
    case wire::Facet::Diary: return {"appointments", "apwyntiadau"};
  }
  return {"", ""};
}

Sentence level_words(wire::ShareLevel level) {
  switch (level) {
    case wire::ShareLevel::None: return {"nothing", "dim"};
    case wire::ShareLevel::See: return {"to see it", "ei weld"};
    case wire::ShareLevel::Change: return {"to see and change it", "ei weld a'i newid"};
  }
  return {"", ""};
}

}  // namespace

void add_document_kinds(PersonalTables& tables) {
  tables.kind<wire::Fact>({"About your family", "Am eich teulu"}, [](const wire::Fact& fact, HeldWords& words) {
    words.add({"What it is about", "Am beth mae"}, facet_words(fact.facet)).add({"Words", "Geiriau"}, fact.text);
  });
  tables.kind<wire::Share>({"What you share", "Beth rydych yn ei rannu"},
                           [](const wire::Share& share, HeldWords& words) {
                             words.add({"What", "Beth"}, facet_words(share.facet))
                                 .add({"They may", "Maen nhw'n cael"}, level_words(share.level));
                             if (share.until) words.add({"Until", "Tan"}, *share.until);
                           });
  tables.kind<wire::Preference>({"A choice of yours", "Dewis o'ch un chi"},
                                [](const wire::Preference& choice, HeldWords& words) {
                                  words.add({"Which", "Pa un"}, choice.key).add({"Choice", "Dewis"}, choice.value);
                                });
  tables.kind<wire::Notice>({"A message from us", "Neges gennym ni"}, [](const wire::Notice& notice, HeldWords& words) {
    words.add({"Day", "Diwrnod"}, notice.day)
        .add({"Title", "Teitl"}, notice.title)
        .add({"Words", "Geiriau"}, notice.text);
  });
  tables.kind<wire::Attachment>({"A photo or letter", "Llun neu lythyr"},
                                [](const wire::Attachment& file, HeldWords& words) {
                                  words.add({"Size in bytes", "Maint mewn beitiau"}, std::to_string(file.bytes));
                                });
}

}  // namespace alongside::server
