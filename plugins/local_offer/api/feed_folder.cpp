#include "plugins/local_offer/api/feed_folder.hpp"

#include "app/base/id.hpp"
#include "plugins/local_offer/api/folder_files.hpp"
#include "plugins/local_offer/api/same_json.hpp"

#include <map>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonKind;
using server::JsonValue;

std::string id_of(const JsonValue& record) {
  const std::string_view text = record.text_at("id");
  const auto uuid = parse_uuid(text);
  return uuid.ok() ? uuid_text(uuid.value()) : std::string(text.substr(0, 80));
}

bool looks_like_service(const JsonValue& record) {
  return record.find("status") != nullptr && record.find("name") != nullptr;
}

// The list of a page, in its present name or in the name that version 1 had.
const JsonValue* list_of(const JsonValue& json) {
  for (const std::string_view name : {"contents", "content"}) {
    const JsonValue* list = json.find(name);
    if (list != nullptr && list->is(JsonKind::Array)) return list;
  }
  return nullptr;
}

bool is_page_of_services(const FolderFile& file, const JsonValue& list) {
  if (file.stem.starts_with("services")) return true;
  for (const JsonValue& item : list.items) {
    if (looks_like_service(item)) return true;
  }
  return false;
}

class Gatherer {
 public:
  void add(const FolderFile& file, JsonValue json) {
    if (const JsonValue* list = list_of(json)) {
      if (!is_page_of_services(file, *list)) {
        ++feed_.other_files;
        return;
      }
      ++feed_.page_files;
      for (const JsonValue& item : list->items) add_from_page(file, item);
    } else if (file.is_in_services || looks_like_service(json)) {
      ++feed_.service_files;
      add_from_file(file, std::move(json));
    } else {
      ++feed_.other_files;
    }
  }

  // A service's own file that cannot be read: its id is still known by the file's name.
  void add_unread(const FolderFile& file, const Error& error) {
    if (!file.is_in_services) {
      feed_.unread.push_back(file.name + ": " + error.detail);
      return;
    }
    ++feed_.service_files;
    FeedRecord record{lower_id(file.stem), {}, file.name, {}, error.detail};
    full_[record.id] = std::move(record);
  }

  FeedFolder take() {
    for (auto& [id, record] : pages_) {
      if (!full_.contains(id)) feed_.records.push_back(std::move(record));
    }
    for (auto& [id, record] : full_) feed_.records.push_back(std::move(record));
    for (FeedRecord& record : nameless_) feed_.records.push_back(std::move(record));
    return std::move(feed_);
  }

 private:
  static std::string lower_id(const std::string& text) {
    const auto uuid = parse_uuid(text);
    return uuid.ok() ? uuid_text(uuid.value()) : text;
  }

  void add_from_page(const FolderFile& file, const JsonValue& item) {
    put(pages_, {id_of(item), std::string(item.text_at("name")), file.name, item, {}});
  }

  void add_from_file(const FolderFile& file, JsonValue json) {
    FeedRecord record{id_of(json), std::string(json.text_at("name")), file.name, {}, {}};
    const std::string expected = lower_id(file.stem);
    if (file.is_in_services && parse_uuid(expected).ok() && record.id != expected) {
      record.fault =
          "its id is " + (record.id.empty() ? std::string("missing") : record.id) + ", which is not its file's name";
      record.id = expected;
    }
    record.json = std::move(json);
    put(full_, std::move(record));
  }

  // An exact copy is nothing to speak of. Another record with an id that is taken is not guessed
  // about: it is refused, and the first stays.
  void put(std::map<std::string, FeedRecord>& known, FeedRecord record) {
    if (record.id.empty()) {
      nameless_.push_back(std::move(record));
    } else if (const auto found = known.find(record.id); found != known.end()) {
      if (record.fault.empty() && same_json(record.json, found->second.json)) {
        ++feed_.copies;
        return;
      }
      record.fault = "another service in " + found->second.file + " has the same id";
      nameless_.push_back(std::move(record));
    } else {
      known.emplace(record.id, std::move(record));
    }
  }

  FeedFolder feed_;
  std::map<std::string, FeedRecord> pages_;
  std::map<std::string, FeedRecord> full_;
  std::vector<FeedRecord> nameless_;
};

}  // namespace

Result<FeedFolder> read_feed_folder(const std::string& path) {
  Gatherer gatherer;
  for (const FolderFile& file : ALONGSIDE_TRY(list_json_files(path))) {
    auto json = server::read_json_file(file.path, {64 * 1024 * 1024, 32});
    if (json.ok())
      gatherer.add(file, std::move(json).value());
    else
      gatherer.add_unread(file, json.error());
  }
  return gatherer.take();
}

}  // namespace alongside::local_offer
