// CouncilConfig: everything one council decides about its Alongside, from one checked JSON file.
// Read once at the start by main; every mistake is reported by the path of its key with what to
// write. Features keep a reference to it.
#pragma once

#include "app/base/result.hpp"
#include "app/server/daily/daily_job.hpp"
#include "app/server/feed_config.hpp"
#include "app/server/language.hpp"
#include "app/server/mail/mail_config.hpp"
#include "app/server/map/map_outline.hpp"
#include "app/server/map/tile_config.hpp"
#include "app/server/sign_in/sign_in_config.hpp"
#include "app/server/staff/staff_member.hpp"
#include "app/server/storage/database_config.hpp"
#include "app/server/vault/vault.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/messages/public_page.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// How many days each kind of record is kept. The first three must be said; the reasons of the others' usual numbers
// stand with the rules that delete them (Feature::retention).
struct Retention {
  int survey_answers = 0;
  int money_records = 0;
  int request_logs = 0;
  int audit = 2192;  // six years and a day: as long as somebody may go to court over what was done
  int requests = 2192;
  int safety_calls = 2192;
  int comments = 1096;
  int notices = 400;
  int sign_ins = 400;
  int emails = 90;
  int carried_drafts = 14;
  int ended = 0;  // what ends at a moment of its own; not in the configuration
};

// When somebody is signed out by themselves.
struct SessionLimits {
  int idle_hours = 24;     // without use
  int absolute_days = 14;  // at the latest
};

// What the council means to do about what families ask for.
struct RequestTargets {
  int answer_days = 10;  // to a first answer
};

// How few people may be told apart in what is published of surveys.
struct DisclosureLimits {
  int people = 10;   // nothing is published about fewer
  int cell = 5;      // no count under this is shown
  int round_to = 0;  // 0: counts stand as they are; else `cell` is a multiple of it
};

// Who is told, and when, that somebody does not feel safe: the safeguarding contact at once.
struct SafetyDuty {
  int acknowledge_hours = 2;  // unless somebody has said by then that they have it
  std::string escalate_to;    // this address is told; empty: the safeguarding contact again
};

struct CouncilConfig {
  wire::Council council;            // what everybody may see; GET /api/council
  std::vector<Language> languages;  // the first is used when a person has not chosen
  Retention retention_days;
  SessionLimits session;
  RequestTargets requests;
  DisclosureLimits disclosure;
  SafetyDuty safety;
  std::vector<MapOutline> map_outlines;        // from "map.geojson" beside the file, made small
  TileConfig map_tiles;                        // not used: the map is our own drawing alone
  std::string pages_folder;                    // "pages" beside the file; empty when it was read from no file
  std::vector<wire::PublicPage> public_pages;  // from that folder
  MailConfig mail;
  SignInConfig sign_in;
  std::vector<FeedConfig> feeds;                   // of the local offer, by priority
  std::vector<std::vector<std::string>> synonyms;  // words for one thing: {"respite", "short break"}
  std::vector<DailyJob> every_day;                 // what the running server does by itself
  std::vector<StaffMember> staff;                  // who may ask for which verbs; empty: everybody for all
  std::string security_contact;                    // "mailto:…" or "https://…", for security.txt; empty: none
  // What stands in the place of our page once somebody has left it quickly: as GOV.UK's "Exit this page" has it, a page
  // that anybody may be looking at.
  std::string leave_to = "https://www.bbc.co.uk/weather";
  std::string listen;        // "127.0.0.1:8080"; the command line may say otherwise
  std::string metrics;       // likewise, of this machine alone; empty: none are shown
  std::string scanner;       // clamd's socket, for files that families send; empty: none
  DatabaseConfig database;   // where everything is kept
  VaultConfig vault;         // of what people wrote; not used: it is not sealed
  std::string release_keys;  // a ring of keys (release/key_ring.hpp); empty: any build of the client is served
  std::string erasure_list;  // a file; empty: "erased.list" in the data folder
  std::string fingerprint;   // SHA-256 of the file, hexadecimal; empty when it was read from none
};

// All the mistakes come back at once, one a line, in Error.detail.
Result<CouncilConfig> parse_council_config(std::string_view json);
Result<CouncilConfig> read_council_config(const std::string& path);

}  // namespace alongside::server
