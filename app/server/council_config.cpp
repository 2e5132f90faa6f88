#include "app/server/council_config.hpp"

#include "app/base/text.hpp"
#include "app/server/council_words.hpp"
#include "app/server/file_sum.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/listen_address.hpp"
#include "app/server/mail/mail_address.hpp"
#include "app/server/map/geojson_outlines.hpp"
#include "app/server/public_pages/leaving_page.hpp"
#include "app/server/public_pages/public_pages.hpp"
#include "app/server/urgent_numbers.hpp"
#include "app/server/web_address.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace alongside::server {

namespace {

constexpr JsonLimits file_limits{1024 * 1024, 16};

bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool is_phone(std::string_view phone) {
  const auto digits = std::count_if(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 3 && phone.find_first_not_of("0123456789 +()") == phone.npos;
}

bool is_email(std::string_view email) {
  const std::size_t at = email.find('@');
  return at != email.npos && at > 0 && email.find('.', at) != email.npos &&
         email.find_first_of(" <>\"\n") == email.npos;
}

// {"en": "…", "cy": "…"}: both, in a council that offers both.
wire::Bilingual read_bilingual(JsonFields& parent, std::string_view key, const std::vector<Language>& languages) {
  JsonFields fields = parent.object(key);
  wire::Bilingual read;
  read.en = fields.text("en", {400, "write the English words in quotes"});
  const bool welsh = std::find(languages.begin(), languages.end(), Language::Welsh) != languages.end();
  const TextRule rule{400, "write the Welsh words in quotes (languages has \"cy\")"};
  read.cy = welsh ? fields.text("cy", rule) : fields.optional_text("cy", rule);
  fields.finish();
  return read;
}

std::vector<Language> read_languages(JsonFields& fields) {
  std::vector<Language> languages;
  for (const JsonValue& item : fields.array("languages", 1, 2)) {
    const bool english = item.is(JsonKind::Text) && item.text == "en";
    const bool welsh = item.is(JsonKind::Text) && item.text == "cy";
    const Language language = welsh ? Language::Welsh : Language::English;
    const bool twice = std::find(languages.begin(), languages.end(), language) != languages.end();
    if (twice || !(english || welsh)) fields.mistake("languages", "write \"en\", \"cy\" or both, each once");
    languages.push_back(language);
  }
  if (languages.empty()) languages.push_back(Language::English);
  return languages;
}

wire::Nation read_nation(JsonFields& fields) {
  const std::string nation = fields.text("nation", {40, "write \"England\" or \"Wales\""});
  if (!nation.empty() && nation != "England" && nation != "Wales") {
    fields.mistake("nation", "write \"England\" or \"Wales\"");
  }
  return nation == "Wales" ? wire::Nation::Wales : wire::Nation::England;
}

wire::Contact read_contact(JsonFields& parent, std::string_view key, const std::vector<Language>& languages) {
  JsonFields fields = parent.object(key);
  wire::Contact contact;
  contact.title = read_bilingual(fields, "title", languages);
  contact.phone = fields.text("phone", {40, "write the phone number as people dial it, like \"01632 960123\""});
  if (!contact.phone.empty() && !is_phone(contact.phone)) {
    fields.mistake("phone", "write the phone number as people dial it, like \"01632 960123\"");
  }
  contact.email = fields.optional_text("email", {200, "write an email address, or take this key out"});
  if (!contact.email.empty() && !is_email(contact.email)) {
    fields.mistake("email", "write an email address, like \"families@northmere.example\"");
  }
  contact.hours = read_bilingual(fields, "hours", languages);
  fields.finish();
  return contact;
}

// Numbers of the council's own for when it cannot wait, with their hours. May be left out.
std::vector<wire::UrgentNumber> read_urgent(JsonFields& fields, const std::vector<Language>& languages,
                                            JsonMistakes& mistakes) {
  constexpr std::string_view rule = "write the phone number as people dial it, like \"01632 960123\"";
  std::vector<wire::UrgentNumber> own;
  if (fields.optional("urgent") == nullptr) return own;
  const auto& items = fields.array("urgent", 0, 10);
  for (std::size_t i = 0; i < items.size(); ++i) {
    JsonFields one(items[i], "urgent[" + std::to_string(i) + "]", mistakes);
    wire::UrgentNumber& number = own.emplace_back();
    number.title = read_bilingual(one, "title", languages);
    number.number = one.text("phone", {40, rule});
    if (!number.number.empty() && !is_phone(number.number)) one.mistake("phone", rule);
    number.address = phone_link(number.number);
    number.words = read_bilingual(one, "hours", languages);
    one.finish();
  }
  return own;
}

std::int32_t degrees_e7(double degrees) { return static_cast<std::int32_t>(std::lround(degrees * 1e7)); }

wire::Place read_place(const JsonValue& item, std::string path, JsonMistakes& mistakes) {
  JsonFields fields(item, std::move(path), mistakes);
  wire::Place place;
  place.name = fields.text("name", {80, "write the place's name in quotes"});
  for (const JsonValue& district : fields.array("postcode_districts", 1, 50)) {
    const bool good = district.is(JsonKind::Text) && district.text.size() >= 2 && district.text.size() <= 4 &&
                      district.text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string::npos;
    if (!good) fields.mistake("postcode_districts", "write the first halves of postcodes, like \"NM1\"");
    place.postcode_districts.push_back(district.text);
  }
  // The United Kingdom's own corners, so that swapped or negated numbers are noticed.
  place.latitude_e7 = degrees_e7(fields.number("latitude", {49.0, 61.0}));
  place.longitude_e7 = degrees_e7(fields.number("longitude", {-9.0, 2.0}));
  fields.finish();
  return place;
}

std::vector<wire::Place> read_places(JsonFields& fields, JsonMistakes& mistakes) {
  std::vector<wire::Place> places;
  const auto& items = fields.array("places", 1, 500);
  for (std::size_t i = 0; i < items.size(); ++i) {
    places.push_back(read_place(items[i], "places[" + std::to_string(i) + "]", mistakes));
  }
  return places;
}

Date read_day(JsonFields& fields, std::string_view key) {
  constexpr std::string_view what = "write a date, like \"2026-12-21\"";
  const Result<Date> day = Date::parse(fields.text(key, {10, what}));
  if (!day.ok()) fields.mistake(key, what);
  return day.ok() ? day.value() : Date();
}

// When the schools are closed; a council that does not say has no calendar with holidays in it.
std::vector<wire::SchoolHoliday> read_holidays(JsonFields& fields, const std::vector<Language>& languages,
                                               JsonMistakes& mistakes) {
  std::vector<wire::SchoolHoliday> holidays;
  const JsonValue* list = fields.optional("school_holidays");
  if (list == nullptr) return holidays;
  if (!list->is(JsonKind::Array) || list->items.size() > 100) {
    fields.mistake("school_holidays", "write a list of at most 100, each with a name, a first and a last day");
    return holidays;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    JsonFields item(list->items[i], "school_holidays[" + std::to_string(i) + "]", mistakes);
    wire::SchoolHoliday holiday;
    holiday.name = read_bilingual(item, "name", languages);
    holiday.first = read_day(item, "first");
    holiday.last = read_day(item, "last");
    if (holiday.last < holiday.first) item.mistake("last", "write a day that is not before the first");
    item.finish();
    holidays.push_back(std::move(holiday));
  }
  std::sort(holidays.begin(), holidays.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return holidays;
}

Retention read_retention(JsonFields& parent) {
  JsonFields fields = parent.object("retention_days");
  constexpr NumberRule days{1, 36500};
  Retention retention;
  retention.survey_answers = static_cast<int>(fields.integer("survey_answers", days));
  retention.money_records = static_cast<int>(fields.integer("money_records", days));
  retention.request_logs = static_cast<int>(fields.integer("request_logs", days));
  const std::pair<std::string_view, int Retention::*> more[] = {{"audit", &Retention::audit},
                                                                {"requests", &Retention::requests},
                                                                {"safety_calls", &Retention::safety_calls},
                                                                {"comments", &Retention::comments},
                                                                {"notices", &Retention::notices},
                                                                {"sign_ins", &Retention::sign_ins},
                                                                {"emails", &Retention::emails},
                                                                {"carried_drafts", &Retention::carried_drafts}};
  const JsonValue* section = parent.optional("retention_days");
  for (const auto& [key, kept] : more) {
    if (section != nullptr && section->find(key) != nullptr) {
      retention.*kept = static_cast<int>(fields.integer(key, days));
    }
  }
  fields.finish();
  return retention;
}

// A line of a file that programs read: it may hold nothing that would begin another.
std::string read_security_contact(JsonFields& fields) {
  constexpr std::string_view rule = "write \"mailto:…\" or \"https://…\": whom to tell of a hole";
  std::string contact = fields.optional_text("security_contact", {300, rule});
  const bool is_address = contact.starts_with("mailto:") || contact.starts_with("https://");
  const bool is_plain = std::all_of(contact.begin(), contact.end(), [](char c) { return c > ' ' && c < 0x7f; });
  if (!contact.empty() && !(is_address && is_plain)) fields.mistake("security_contact", rule);
  return contact;
}

// Somebody else's page, in use by many: whoever looks at the screen next sees it.
std::string read_leave_to(JsonFields& fields, std::string usual) {
  constexpr std::string_view rule = "write a page that anybody may look at, like \"https://www.metoffice.gov.uk/\"";
  const std::string address = fields.optional_text("leave_to", {300, rule});
  if (address.empty()) return usual;
  if (!address.starts_with("https://") || !is_safe_web_address(address)) fields.mistake("leave_to", rule);
  return address;
}

SessionLimits read_session(JsonFields& parent) {
  SessionLimits limits;
  const JsonValue* value = parent.optional("session");
  if (value == nullptr) return limits;
  JsonFields fields = parent.object("session");
  if (value->find("idle_hours") != nullptr) {
    limits.idle_hours = static_cast<int>(fields.integer("idle_hours", {1, 24 * 30}));
  }
  if (value->find("absolute_days") != nullptr) {
    limits.absolute_days = static_cast<int>(fields.integer("absolute_days", {1, 90}));
  }
  fields.finish();
  return limits;
}

RequestTargets read_requests(JsonFields& parent) {
  RequestTargets targets;
  if (parent.optional("requests") == nullptr) return targets;
  JsonFields fields = parent.object("requests");
  targets.answer_days = static_cast<int>(fields.integer("answer_days", {1, 365}));
  fields.finish();
  return targets;
}

DisclosureLimits read_disclosure(JsonFields& parent) {
  DisclosureLimits limits;
  if (parent.optional("disclosure") == nullptr) return limits;
  JsonFields fields = parent.object("disclosure");
  limits.people = static_cast<int>(fields.integer("people", {10, 1000}));
  limits.cell = static_cast<int>(fields.integer("cell", {3, 100}));
  limits.round_to = static_cast<int>(fields.integer("round_to", {0, 100}));
  if (limits.round_to > 0 && limits.cell % limits.round_to != 0)
    fields.mistake("round_to", "write 0, or a number of which \"cell\" is a multiple");
  fields.finish();
  return limits;
}

SafetyDuty read_safety(JsonFields& parent) {
  constexpr std::string_view rule = "write an email address, like \"duty-manager@northmere.example\"";
  SafetyDuty duty;
  const JsonValue* section = parent.optional("safety");
  if (section == nullptr) return duty;
  JsonFields fields = parent.object("safety");
  if (section->find("acknowledge_hours") != nullptr) {
    duty.acknowledge_hours = static_cast<int>(fields.integer("acknowledge_hours", {1, 72}));
  }
  duty.escalate_to = fields.optional_text("escalate_to", {200, rule});
  if (!duty.escalate_to.empty() && !is_mail_address(duty.escalate_to)) fields.mistake("escalate_to", rule);
  fields.finish();
  return duty;
}

// May be left out: a council has these once families' words and services' words have been compared.
std::vector<std::vector<std::string>> read_synonyms(JsonFields& fields) {
  constexpr std::string_view what = "write groups of words for one thing, like [[\"respite\", \"short break\"]]";
  std::vector<std::vector<std::string>> synonyms;
  if (fields.optional("synonyms") == nullptr) return synonyms;
  for (const JsonValue& item : fields.array("synonyms", 0, 300)) {
    std::vector<std::string>& group = synonyms.emplace_back();
    const bool is_group = item.is(JsonKind::Array) && item.items.size() >= 2 && item.items.size() <= 20;
    if (!is_group) fields.mistake("synonyms", what);
    for (const JsonValue& word : item.items) {
      const bool is_word = word.is(JsonKind::Text) && !trim(word.text).empty() && word.text.size() <= 80;
      if (!is_word) fields.mistake("synonyms", what);
      group.push_back(word.text);
    }
  }
  return synonyms;
}

VaultConfig read_vault(JsonFields& parent) {
  VaultConfig vault;
  if (parent.optional("vault") == nullptr) return vault;
  JsonFields fields = parent.object("vault");
  vault.key_file = fields.text("key_file", {1000, "write the path of a file made by council-api vault make-key"});
  vault.keys = fields.text("keys", {1000, "write the path of the file in which each person's key is kept"});
  fields.finish();
  return vault;
}

// They say how busy the council is, and nobody who asks has to say who they are.
std::string read_metrics(JsonFields& fields) {
  constexpr std::string_view what = "write an address of this machine alone and a port, like \"127.0.0.1:9464\"";
  std::string text = fields.optional_text("metrics", {60, std::string(what)});
  if (text.empty()) return text;
  const auto listen = parse_listen_address(text);
  if (!listen || !is_loopback(listen.value())) fields.mistake("metrics", std::string(what));
  return text;
}

std::string read_scanner(JsonFields& fields) {
  constexpr std::string_view what = "write the path of clamd's socket, like \"/run/clamav/clamd.ctl\"";
  constexpr std::size_t longest_socket_path = 107;  // unix(7)
  std::string path = fields.optional_text("scanner", {longest_socket_path, std::string(what)});
  if (!path.empty() && !path.starts_with('/')) fields.mistake("scanner", std::string(what));
  return path;
}

CouncilConfig read_fields(const JsonValue& file, JsonMistakes& mistakes) {
  JsonFields fields(file, "", mistakes);
  CouncilConfig config;
  config.languages = read_languages(fields);
  config.council.id = fields.text("id", {40, "write a short name of small letters, digits and _, like \"northmere\""});
  if (!config.council.id.empty() && !is_id(config.council.id)) {
    fields.mistake("id", "write a short name of small letters, digits and _, like \"northmere\"");
  }
  config.council.name = read_bilingual(fields, "name", config.languages);
  config.council.nation = read_nation(fields);
  config.council.help = read_contact(fields, "help", config.languages);
  config.council.safeguarding = read_contact(fields, "safeguarding", config.languages);
  config.council.emergency = read_bilingual(fields, "emergency", config.languages);
  config.council.places = read_places(fields, mistakes);
  config.council.urgent = with_national_numbers(read_urgent(fields, config.languages, mistakes));
  config.council.school_holidays = read_holidays(fields, config.languages, mistakes);
  config.retention_days = read_retention(fields);
  config.session = read_session(fields);
  config.requests = read_requests(fields);
  config.disclosure = read_disclosure(fields);
  config.safety = read_safety(fields);
  config.mail = read_mail(fields);
  const bool welsh =
      std::find(config.languages.begin(), config.languages.end(), Language::Welsh) != config.languages.end();
  config.sign_in = read_sign_in(fields, mistakes, welsh);
  config.feeds = read_feeds(fields, mistakes);
  config.map_tiles = read_map_tiles(fields, config.languages);
  config.every_day = read_daily_jobs(fields, mistakes);
  config.staff = read_staff(fields, mistakes);
  config.security_contact = read_security_contact(fields);
  config.leave_to = read_leave_to(fields, config.leave_to);
  config.synonyms = read_synonyms(fields);
  config.listen = fields.text("listen", {60, "write an address and a port, like \"127.0.0.1:8080\""});
  if (!config.listen.empty() && !parse_listen_address(config.listen)) {
    fields.mistake("listen", "write an address and a port, like \"127.0.0.1:8080\"");
  }
  config.metrics = read_metrics(fields);
  config.scanner = read_scanner(fields);
  config.database = read_database(fields);
  config.vault = read_vault(fields);
  config.release_keys = fields.optional_text("release_keys", {1000, "write a file's path, or take this key out"});
  config.erasure_list = fields.optional_text("erasure_list", {1000, "write a file's path, or take this key out"});
  fields.finish();
  return config;
}

}  // namespace

Result<CouncilConfig> parse_council_config(std::string_view json) {
  const JsonValue file = ALONGSIDE_TRY(read_json(json, file_limits));
  JsonMistakes mistakes;
  CouncilConfig config = read_fields(file, mistakes);
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return config;
}

Result<CouncilConfig> read_council_config(const std::string& path) {
  const JsonValue file = ALONGSIDE_TRY(read_json_file(path, file_limits));
  JsonMistakes mistakes;
  CouncilConfig config = read_fields(file, mistakes);
  config.fingerprint = hex_text(ALONGSIDE_TRY(sum_file(std::filesystem::canonical(path).string())).sha256);
  const auto beside = std::filesystem::absolute(path).parent_path();
  for (FeedConfig& feed : config.feeds) {
    if (!feed.folder.empty()) feed.folder = (beside / feed.folder).lexically_normal().string();
  }
  for (std::string* file : {&config.vault.key_file, &config.vault.keys, &config.database.password_file,
                            &config.database.postgres.ca_file, &config.erasure_list, &config.release_keys}) {
    if (!file->empty()) *file = (beside / *file).lexically_normal().string();
  }
  config.pages_folder = (std::filesystem::path(path).parent_path() / "pages").string();
  config.public_pages = read_public_pages(config.pages_folder, config, mistakes);
  add_leaving_page(config.public_pages);
  config.map_outlines = read_map_file((std::filesystem::path(path).parent_path() / "map.geojson").string(),
                                      config.council.places, mistakes);
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, path + ":\n" + mistakes.report()};
  return config;
}

}  // namespace alongside::server
