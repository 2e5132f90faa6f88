// SavedFiles: what was joined to the answers of one survey, with or without a name, as officers have it: a name for
// each file, where it is, and all of them written into a folder. Photos, voices and signatures tell who somebody is:
// they are in no release. Used by the verbs of results.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/api/files/answer_files.hpp"
#include "plugins/feedback/api/results/kept_responses.hpp"

#include <string>
#include <vector>

namespace alongside::feedback {

struct SavedFile {
  AnswerId response;
  std::string question;  // where its answer is kept
  DocumentId id;
  FileArrival arrival = FileArrival::Waiting;
  std::string name;  // "5b1c…-how_it_looked-1.jpg", once it is here
};

// In order of response.
Result<std::vector<SavedFile>> saved_files(const server::FeatureContext& context, const KeptResponses& kept);
// One line that says how many are here, on their way and not taken; empty when nothing was joined.
std::string files_line(const std::vector<SavedFile>& files);
// Those that are here, into a folder that is there; no file of the same name is written over.
Result<std::string> write_files(const server::FeatureContext& context, const std::vector<SavedFile>& files,
                                const std::string& folder);

}  // namespace alongside::feedback
