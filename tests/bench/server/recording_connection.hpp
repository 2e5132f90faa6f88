// RecordingConnection: a connection between the server's Database and a real one, which writes down all that the server
// asks of it. Made by sql.cpp.
#pragma once

#include "tests/bench/server/recorded_sql.hpp"

#include <memory>

namespace alongside::bench {

class RecordingConnection final : public server::DatabaseConnection {
 public:
  // `record` outlives it.
  RecordingConnection(std::unique_ptr<server::DatabaseConnection> real, RecordedSql& record)
      : real_(std::move(real)), record_(record) {}

  server::DatabaseKind kind() const override { return real_->kind(); }
  Result<std::unique_ptr<server::PreparedStatement>> prepare(std::string_view sql) override;
  Result<void> execute(std::string_view sql) override;
  Result<void> begin() override;
  Result<void> commit() override;
  std::int64_t changes() const override { return real_->changes(); }
  bool in_transaction() const override { return real_->in_transaction(); }
  Result<void> checkpoint() override { return real_->checkpoint(); }
  Result<bool> has_table(std::string_view name) override { return real_->has_table(name); }
  bool broken() const override { return real_->broken(); }

 private:
  std::unique_ptr<server::DatabaseConnection> real_;
  RecordedSql& record_;
};

}  // namespace alongside::bench
