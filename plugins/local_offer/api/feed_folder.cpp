#include "plugins/local_offer/api/feed_folder.hpp"

#include "app/base/id.hpp"
#include "plugins/local_offer/api/feeds/version_one.hpp"
#include "plugins/local_offer/api/folder_files.hpp"
#include "plugins/local_offer/api/same_json.hpp"

#include <map>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::FeedShape;
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
  Gatherer(FeedShape shape, std::string feed) : shape_(shape), feed_name_(std::move(feed)) {}

  void add(const FolderFile& file, JsonValue json) {
    if (const JsonValue* list = list_of(json)) {
      if (!is_page_of_services(file, *list)) {
        ++feed_.other_files;
        return;
      }
      ++feed_.page_files;
      const bool is_old = json.find("contents") != list;
      has_old_pages_ |= is_old;
      has_new_pages_ |= !is_old;
      for (const JsonValue& item : list->items) add_from_page(file, item, is_old ? FeedShape::UkOne : shape_);
    } else if (file.is_in_services || looks_like_service(json)) {
      ++feed_.service_files;
      add_from_file(file, json);
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
    FeedRecord record{lower_id(file.stem), {}, file.name, {}, error.detail, {}};
    full_[record.id] = std::move(record);
  }

  // Which edition the pages are of, when it is not the one that was expected.
  FeedShape other_shape() const {
    if (shape_ == FeedShape::UkThree && has_old_pages_) return FeedShape::UkOne;
    return shape_ == FeedShape::UkOne && has_new_pages_ ? FeedShape::UkThree : FeedShape::AsItComes;
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

  // Pages say of which edition they are, before the files of single services; else it is seen by the members.
  FeedRecord record_of(const FolderFile& file, const JsonValue& json, FeedShape shape) const {
    FeedRecord record{{}, std::string(json.text_at("name")), file.name, {}, {}, {}};
    const bool is_old = shape == FeedShape::UkOne || (shape == FeedShape::AsItComes && is_version_one(json));
    record.json = is_old ? to_version_three(json, feed_name_, record.notes) : json;
    record.id = id_of(record.json);
    return record;
  }

  void add_from_page(const FolderFile& file, const JsonValue& item, FeedShape shape) {
    put(pages_, record_of(file, item, shape));
  }

  void add_from_file(const FolderFile& file, const JsonValue& json) {
    FeedRecord record = record_of(file, json, has_old_pages_ ? FeedShape::UkOne : shape_);
    const std::string expected = lower_id(file.stem);
    if (file.is_in_services && parse_uuid(expected).ok() && record.id != expected) {
      record.fault =
          "its id is " + (record.id.empty() ? std::string("missing") : record.id) + ", which is not its file's name";
      record.id = expected;
    }
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

  FeedShape shape_;
  std::string feed_name_;
  bool has_old_pages_ = false;
  bool has_new_pages_ = false;
  FeedFolder feed_;
  std::map<std::string, FeedRecord> pages_;
  std::map<std::string, FeedRecord> full_;
  std::vector<FeedRecord> nameless_;
};

}  // namespace

Result<FeedFolder> read_feed_folder(const std::string& path, FeedShape shape, const std::string& feed) {
  Gatherer gatherer(shape, feed);
  for (const FolderFile& file : ALONGSIDE_TRY(list_json_files(path))) {
    auto json = server::read_json_file(file.path, {64 * 1024 * 1024, 32, 16 * 1024 * 1024});
    if (json.ok())
      gatherer.add(file, std::move(json).value());
    else
      gatherer.add_unread(file, json.error());
  }
  if (const FeedShape other = gatherer.other_shape(); other != FeedShape::AsItComes) {
    return Error{ErrorCode::InvalidInput, "its pages are of Open Referral UK " + std::string(server::name_of(other)) +
                                              ", and the configuration says " + std::string(server::name_of(shape))};
  }
  return gatherer.take();
}

}  // namespace alongside::local_offer
