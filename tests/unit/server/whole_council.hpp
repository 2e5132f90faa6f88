// WholeCouncil: a council-api with every feature that has tables, in a folder of its own, and the family of
// tests/fixtures/family/relations.json. No HTTP: verbs and documents as its own code calls them. Made by the tests of
// exports, erasures and retention.
#pragma once

#include "app/server/application.hpp"
#include "app/server/attachments/attachment_feature.hpp"
#include "app/server/data_folder.hpp"
#include "app/server/run_verb.hpp"
#include "app/server/sync/sync_feature.hpp"
#include "app/server/tokens/token_feature.hpp"
#include "app/wire/messages/family.hpp"
#include "plugins/comments/api/feature.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/employing/api/feature.hpp"
#include "plugins/feedback/api/carried/feature.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/files/feature.hpp"
#include "plugins/feedback/api/invitations/feature.hpp"
#include "plugins/feedback/api/results/feature.hpp"
#include "plugins/local_offer/api/feature.hpp"
#include "plugins/requests/api/feature.hpp"
#include "tests/unit/server/family_world.hpp"

#include <stdlib.h>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace alongside::testing {

class WholeCouncil {
 public:
  WholeCouncil() {
    std::string name = (std::filesystem::temp_directory_path() / "alongside-whole-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    open();
    must("household", "import", {FIXTURES "/family/relations.json"});
  }
  ~WholeCouncil() {
    application_->database().close();
    std::filesystem::remove_all(folder_);
  }
  WholeCouncil(const WholeCouncil&) = delete;
  WholeCouncil& operator=(const WholeCouncil&) = delete;

  server::Application& application() { return *application_; }
  server::Database& database() { return application_->database(); }
  server::Documents& documents() { return application_->documents(); }
  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::string data() const { return folder_ + "/data"; }
  std::string database_file() const { return server::DataFolder::database_path(data()); }

  // From the next run on, with this configuration; empty: without any.
  void configure(const std::string& file) { config_ = file; }
  // Another run of the program on the same folder.
  void open(Date day = Date::parse("2026-11-22").value()) {
    if (application_) application_->database().close();
    application_ = std::make_unique<server::Application>();
    add_features();
    application_->hold_date(day);
    if (!config_.empty()) {
      const auto read = application_->read_config(config_);
      REQUIRE_MESSAGE(read.ok(), read.error().detail);
    }
    auto folder = server::DataFolder::create(data());
    REQUIRE(folder.ok());
    const auto opened = application_->open_storage(folder.value());
    REQUIRE_MESSAGE(opened.ok(), opened.error().detail);
  }

  Result<std::string> verb(const std::string& group, const std::string& name, std::vector<std::string> arguments) {
    return verb_as({"R. Marsh"}, group, name, std::move(arguments));
  }
  Result<std::string> verb_as(const server::VerbAsker& asker, const std::string& group, const std::string& name,
                              std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {group, name});
    const std::atomic<bool> stopping = false;
    return server::run_verb(
        application_->verbs(), arguments,
        {data(), stopping, server::FolderUse::ByVerbAlone, asker, &application_->journal(), &application_->staff()});
  }
  std::string must(const std::string& group, const std::string& name, std::vector<std::string> arguments) {
    auto report = verb(group, name, std::move(arguments));
    REQUIRE_MESSAGE(report.ok(), report.error().detail);
    return report.value();
  }
  std::string refusal(const std::string& group, const std::string& name, std::vector<std::string> arguments) {
    const auto report = verb(group, name, std::move(arguments));
    return report.ok() ? std::string() : report.error().detail;
  }

  template <wire::Message T>
  DocumentId put(Who owner, const wire::Subject& subject, wire::Facet facet, const T& message) {
    server::NewContent content;
    content.id = random_id<DocumentId>(chance_);
    content.subject = subject;
    content.owner = person(owner);
    content.facet = facet;
    content.kind = T::schema.id;
    content.edition = T::schema.version;
    content.content = wire::encode_payload(message);
    REQUIRE(documents().put_by_council(content).ok());
    return content.id;
  }
  std::int64_t count(const std::string& what) {
    auto row = database().prepare("SELECT count(*) FROM " + what);
    REQUIRE(row.ok());
    REQUIRE(row->step().ok());
    return row->column_integer(0);
  }
  void execute(const std::string& sql) {
    const auto done = database().execute(sql);
    REQUIRE_MESSAGE(done.ok(), done.error().detail);
  }
  static std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

 private:
  void add_features() {
    server::FeatureContext context = application_->context();
    application_->add(server::make_sync_feature(context, application_->operations(), application_->push_turns()));
    application_->add(server::make_attachment_feature(context, application_->scanner()));
    application_->add(server::make_token_feature(context));
    application_->add(local_offer::make_feature(context));
    application_->add(direct_payments::make_feature(context));
    application_->add(feedback::make_results_feature(context));
    application_->add(feedback::make_feature(context));
    application_->add(feedback::make_files_feature(context, application_->scanner()));
    application_->add(feedback::make_carried_feature(context));
    application_->add(feedback::make_invitations_feature(context));
    application_->add(requests::make_feature(context));
    application_->add(comments::make_feature(context));
    application_->add(employing::make_feature(context));
  }

  std::string folder_;
  std::string config_;
  server::SystemChance chance_;
  std::unique_ptr<server::Application> application_;
};

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }
inline wire::Fact fact_of(wire::Facet facet, const std::string& words) {
  wire::Fact fact;
  fact.facet = facet;
  fact.text = words;
  return fact;
}
inline std::string id_of(Who who) { return person(who).text(); }
// "x'…'" for a statement.
inline std::string sql_id(Who who) {
  std::string hex = id_of(who);
  std::erase(hex, '-');
  return "x'" + hex + "'";
}

}  // namespace alongside::testing
