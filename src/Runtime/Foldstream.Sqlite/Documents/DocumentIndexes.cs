namespace Foldstream.Sqlite;

/// <summary>What is indexed of a projection's documents.</summary>
internal static class DocumentIndexes
{
    /// <summary>What stands in each index, as SQL: the source, and each declared field with what it is sorted by.</summary>
    public static IEnumerable<string> Of(ProjectionDefinition projection)
    {
        yield return "(source_id, source_category, source_tenant) WHERE source_id IS NOT NULL";
        foreach (var field in projection.Indexes)
            yield return $"({FieldExpression.Of(field)}, id, tenant)";
    }
}
