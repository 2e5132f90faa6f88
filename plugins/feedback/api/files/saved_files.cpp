#include "plugins/feedback/api/files/saved_files.hpp"

#include "app/server/attachments/attachment_rows.hpp"
#include "app/server/feature.hpp"
#include "app/server/file_sum.hpp"
#include "app/server/sync/document_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace alongside::feedback {
namespace {

// Of answers by name: an attachment of the document that they are.
Result<std::optional<server::KeptFile>> attached_file(const server::FeatureContext& context, DocumentId id) {
  for (const server::NumberedDocument& row : ALONGSIDE_TRY(server::rows_of_id(context.database, id))) {
    if (row.document.kind != wire::Attachment::schema.id) continue;
    return server::AttachmentRows(context.database).file(row.number);
  }
  return std::optional<server::KeptFile>();
}

std::string file_word(std::string_view name) {
  std::string word;
  for (const char c : name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    word += is_plain ? c : '_';
  }
  return word.substr(0, 60);
}

std::string name_of_file(const NamedFile& file, const KeptResponse& response, std::size_t number,
                         wire::MediaType type) {
  return response.id.text() + "-" + file_word(file.question) + "-" + std::to_string(number) +
         std::string(wire::ending_of(type));
}

const Form* form_answered(const KeptResponses& kept, const KeptResponse& response) {
  const auto found = std::ranges::find(kept.editions, response.response.edition.version, &NumberedDefinition::version);
  return found == kept.editions.end() ? nullptr : &found->definition.form;
}

}  // namespace

Result<std::vector<SavedFile>> saved_files(const server::FeatureContext& context, const KeptResponses& kept) {
  std::map<DocumentId, AnswerFile> nobodys;
  for (AnswerFile& file : ALONGSIDE_TRY(AnswerFiles(context.database).all())) nobodys.emplace(file.id, file);
  std::vector<SavedFile> saved;
  for (const KeptResponse& response : kept.responses) {
    const Form* form = form_answered(kept, response);
    if (form == nullptr) continue;
    std::size_t number = 0;
    for (const NamedFile& file : named_files(*form, response.response.answers)) {
      SavedFile one{response.id, file.question, file.id, FileArrival::Waiting, {}};
      wire::MediaType type = wire::MediaType::Jpeg;
      if (const auto known = nobodys.find(file.id); known != nobodys.end()) {
        one.arrival = known->second.arrival;
        type = known->second.type;
      } else if (const auto there = ALONGSIDE_TRY(attached_file(context, file.id))) {
        one.arrival = FileArrival::Kept;
        type = there->type;
      }
      ++number;
      if (one.arrival == FileArrival::Kept) one.name = name_of_file(file, response, number, type);
      saved.push_back(std::move(one));
    }
  }
  return saved;
}

std::string files_line(const std::vector<SavedFile>& files) {
  if (files.empty()) return {};
  const auto count = [&](FileArrival arrival) {
    return std::to_string(std::ranges::count(files, arrival, &SavedFile::arrival));
  };
  return "Photos, recordings and signatures: " + count(FileArrival::Kept) + " here, " + count(FileArrival::Waiting) +
         " on their way, " + count(FileArrival::Refused) + " not taken. They tell who somebody is: publish none.\n";
}

Result<std::string> write_files(const server::FeatureContext& context, const std::vector<SavedFile>& files,
                                const std::string& folder) {
  std::size_t written = 0;
  for (const SavedFile& file : files) {
    if (file.arrival != FileArrival::Kept) continue;
    const auto there = ALONGSIDE_TRY(attached_file(context, file.id));
    const Bytes bytes = there ? there->bytes : ALONGSIDE_TRY(AnswerFiles(context.database).bytes_of(file.id));
    ALONGSIDE_TRY(
        server::write_new_file(folder + "/" + file.name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
    ++written;
  }
  return std::to_string(written) + " files are in " + folder + ".\n" + files_line(files);
}

}  // namespace alongside::feedback
