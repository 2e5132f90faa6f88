#include "app/server/attachments/attachment_feature.hpp"

#include "app/server/attachments/attachment_desk.hpp"
#include "app/server/attachments/attachment_personal.hpp"
#include "app/server/attachments/attachment_tables.hpp"
#include "app/server/attachments/file_scanner.hpp"
#include "app/server/database.hpp"
#include "app/server/digest.hpp"
#include "app/server/feature.hpp"
#include "app/server/id_column.hpp"
#include "app/server/reply.hpp"

#include <utility>

#include <algorithm>

namespace alongside::server {
namespace {

constexpr std::size_t most_frame_bytes = wire::attachment_limits::piece_bytes + 1024;

struct MediaWords {
  std::string_view content_type;
  std::string_view disposition;  // with a name of ours: what the family called it is nobody's business
};

MediaWords words_of(wire::MediaType type) {
  switch (type) {
    case wire::MediaType::Jpeg: return {"image/jpeg", "attachment; filename=\"photo.jpg\""};
    case wire::MediaType::Png: return {"image/png", "attachment; filename=\"photo.png\""};
    case wire::MediaType::WebP: return {"image/webp", "attachment; filename=\"photo.webp\""};
    case wire::MediaType::Pdf: return {"application/pdf", "attachment; filename=\"letter.pdf\""};
    case wire::MediaType::WebM: return {"audio/webm", "attachment; filename=\"voice.webm\""};
    case wire::MediaType::Mp4: return {"audio/mp4", "attachment; filename=\"voice.m4a\""};
  }
  return {"application/octet-stream", "attachment"};
}

class AttachmentFeature final : public Feature {
 public:
  AttachmentFeature(const FeatureContext& context, FileScanner* const& scanner)
      : context_(context),
        scanner_(scanner),
        desk_(context.database, context.access, context.documents, context.clock) {}

  std::string_view id() const override { return "attachments"; }
  std::span<const Migration> migrations() const override { return attachment_migrations(); }
  void personal(PersonalTables& tables) override { add_attachment_personal(tables); }
  void retention(RetentionRules& rules) override { add_attachment_retention(rules); }

  void access(AccessTable& table) override {
    table.signed_in(AttachmentDesk::piece_row);
    table.signed_in(AttachmentDesk::file_row);
  }

  void routes(Router& router) override {
    router.post(
        "/api/attachments/piece",
        [this](const Request& request) {
          return with_body<wire::FilePiece>(request, [&](const auto& piece) { return take(request, piece); });
        },
        most_frame_bytes);
    router.get("/api/attachments/{id}", [this](const Request& request) { return file(request); });
  }

  // Each file is the one that it was called by.
  void invariants(Invariants& invariants) override {
    invariants.add("each attachment has the bytes of its digest", [](InvariantContext& context) -> Result<Findings> {
      auto rows = ALONGSIDE_TRY(context.database.prepare("SELECT person, digest, size, bytes FROM attachment_blob"));
      Findings findings;
      while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
        const auto bytes = rows.column_bytes(3);
        const Sha256 sum = ALONGSIDE_TRY(sha256(bytes));
        const bool same = std::ranges::equal(sum, rows.column_bytes(1));
        if (same && static_cast<std::int64_t>(bytes.size()) == rows.column_integer(2)) continue;
        findings.push_back("a file of " + column_id<PersonId>(rows, 0).text() + " has other bytes");
      }
      return findings;
    });
  }

 private:
  Response take(const Request& request, const wire::FilePiece& piece) {
    const Scanning scanning = context_.council.scanner.empty() ? Scanning::Off : Scanning::On;
    auto taken = desk_.take(request.actor, piece, scanning);
    if (!taken) return problem(request, taken.error());
    if (taken->to_scan) return look_through(request, piece, std::move(*taken->to_scan));
    return reply(request, taken->progress);
  }

  // The pieces stay where they are until somebody has looked: the device sends the last one again.
  Response look_through(const Request& request, const wire::FilePiece& piece, Bytes file) {
    if (scanner_ == nullptr) return not_now(request);
    Response response;
    response.later = [this, request, piece, file = std::move(file)](std::function<void(Response)> done) {
      scanner_->scan(file, [this, request, piece, done = std::move(done)](const Result<ScanVerdict>& verdict) {
        if (!verdict) return done(not_now(request));
        const auto progress = desk_.settle(request.actor, piece, verdict.value());
        done(progress ? reply(request, progress.value()) : problem(request, progress.error()));
      });
    };
    return response;
  }

  static Response not_now(const Request& request) {
    Response response =
        problem(request, 503, "no_scanner", "The file cannot be looked at now. It is sent again later.");
    response.retry_after_seconds = 60;
    return response;
  }

  Response file(const Request& request) {
    const auto id = DocumentId::parse(request.parameter(0));
    if (!id) return problem(request, 400, "bad_id", "The address names no file.");
    auto file = desk_.file(request.actor, id.value());
    if (!file) return problem(request, file.error());
    const MediaWords words = words_of(file->type);
    Response response;
    response.content_type = words.content_type;
    response.disposition = words.disposition;
    response.body.assign(file->bytes.begin(), file->bytes.end());
    return response;
  }

  FeatureContext context_;
  FileScanner* const& scanner_;  // null until the server runs, and for verbs
  AttachmentDesk desk_;
};

}  // namespace

std::unique_ptr<Feature> make_attachment_feature(const FeatureContext& context, FileScanner* const& scanner) {
  return std::make_unique<AttachmentFeature>(context, scanner);
}

}  // namespace alongside::server
