using System.Data.Common;
using System.Text;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Answers queries for documents.</summary>
internal sealed class DocumentQueries(ReadModelParts parts, DocumentReads reads)
{
    public async ValueTask<IReadOnlyList<StoredDocument>> FindAsync(DocumentCollection collection, DocumentQuery query, CancellationToken cancellationToken)
    {
        var table = parts.Tables[collection];
        var (text, bind) = Statement(table, query, Operators);
        return await reads.AskAsync(table, text, bind, parts.Rows.Read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The statement for a query, and what adds its parameters.</summary>
    public static (string Text, Action<DbParameterCollection> Bind) Statement(
        DocumentTable table, DocumentQuery query, IReadOnlyDictionary<string, string> operators)
    {
        var question = new Question(operators);
        var where = question.Where(query.Tenant, query.Source, query.Filter);
        var text = new StringBuilder($"SELECT {DocumentTable.Columns} FROM {table.Quoted} d WHERE {where} ORDER BY {question.OrderBy(query)}");
        if (query.Limit is { } limit)
            text.Append(" LIMIT ").Append(question.Number(limit));
        if (query.Offset > 0)
            text.Append(" OFFSET ").Append(question.Number(query.Offset));
        return (text.ToString(), question.Bind);
    }

    public async ValueTask<long> CountAsync(DocumentCollection collection, string? tenant, DocumentFilter? filter, CancellationToken cancellationToken)
    {
        var table = parts.Tables[collection];
        var question = new Question(Operators);
        var where = question.Where(tenant, null, filter);
        var counts = await reads.AskAsync(
            table, $"SELECT count(*) FROM {table.Quoted} d WHERE {where}", question.Bind, reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false);
        return counts[0];
    }

    private IReadOnlyDictionary<string, string> Operators => parts.Database.Options.QueryOperators;

    /// <summary>The parts of one statement, and the values of its parameters.</summary>
    private sealed class Question(IReadOnlyDictionary<string, string> operators)
    {
        private readonly DocumentSql sql = new(operators, firstParameter: 1);

        public string Where(string? tenant, StreamId? source, DocumentFilter? filter)
        {
            var conditions = new List<string>();
            if (tenant is not null)
                conditions.Add($"d.tenant = {Add(tenant)}");
            if (source is not null)
                conditions.Add($"d.source_id = {Add(source.Id)} AND d.source_category = {Add(source.Category)} AND d.source_tenant = {Add(source.Tenant)}");
            conditions.Add(sql.Where(filter));
            return string.Join(" AND ", conditions);
        }

        public string OrderBy(DocumentQuery query) => sql.OrderBy(query.Sort, query.DescendingIds);

        public string Number(long number) => Add(number);

        public void Bind(DbParameterCollection parameters)
        {
            foreach (var value in sql.Values)
            {
                if (value is string text)
                    parameters.AddText(text);
                else if (value is long number)
                    parameters.AddInt64(number);
                else
                    parameters.AddArray((string[])value, NpgsqlDbType.Text);
            }
        }

        private string Add(object value) => sql.Add(value);
    }
}
