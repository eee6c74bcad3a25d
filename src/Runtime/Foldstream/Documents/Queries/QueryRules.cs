namespace Foldstream;

/// <summary>Holds filters and sorts against the fields of a projection, so that every store refuses the same.</summary>
internal static class QueryRules
{
    // A filter is at most DocumentFilter.MaxDepth deep, so recursion ends.
    public static void Check(ProjectionDefinition projection, DocumentFilter filter)
    {
        switch (filter)
        {
            case ICombinedFilter combined:
                foreach (var part in combined.Filters)
                    Check(projection, part);
                break;
            case NotFilter not:
                Check(projection, not.Filter);
                break;
            case FieldFilter field:
                Check(projection, field);
                break;
            case CustomFilter custom:
                CheckValue(projection, custom.Path, $"operator '{custom.Name}'");
                break;
        }
    }

    public static void CheckSort(ProjectionDefinition projection, FieldPath path) => CheckValue(projection, path, "a sort");

    /// <summary>What is at a path.</summary>
    /// <exception cref="UnknownFieldException">There is nothing.</exception>
    public static FieldSchema Find(ProjectionDefinition projection, FieldPath path)
    {
        var schema = projection.Fields;
        for (var at = 0; at < path.Segments.Length; at++)
        {
            var segment = path.Segments[at];
            schema = Step(schema, segment, isFirst: at == 0) ?? throw new UnknownFieldException(
                projection.Name, path.ToString(), segment, string.Join('.', path.Segments.Take(at)), Known(schema, isFirst: at == 0));
        }

        return schema;
    }

    private static FieldSchema? Step(FieldSchema schema, string segment, bool isFirst) => schema.Kind switch
    {
        FieldKind.Object => schema.Members.GetValueOrDefault(segment) ?? (isFirst ? DocumentFields.Schema.Members.GetValueOrDefault(segment) : null),
        FieldKind.List when FieldPath.IsIndex(segment) => schema.Item,
        FieldKind.Map => schema.Item,
        _ => null,
    };

    private static IReadOnlyList<string> Known(FieldSchema schema, bool isFirst) => schema.Kind switch
    {
        FieldKind.Object => [.. schema.Members.Keys, .. isFirst ? DocumentFields.Schema.Members.Keys : []],
        FieldKind.List => ["an index from 0"],
        _ => [],
    };

    private static void Check(ProjectionDefinition projection, FieldFilter filter)
    {
        switch (filter.Operator)
        {
            case FieldOperator.IsNull:
                Find(projection, filter.Path);
                break;
            case FieldOperator.Has:
                var list = Find(projection, filter.Path);
                if (list.Kind != FieldKind.List || !IsValue(list.Item!.Kind))
                    throw Wrong(projection, filter.Path, list.Kind, "Has", "a list of values");
                break;
            case FieldOperator.Contains or FieldOperator.StartsWith or FieldOperator.Matches:
                var text = Find(projection, filter.Path);
                if (text.Kind != FieldKind.Text)
                    throw Wrong(projection, filter.Path, text.Kind, filter.Operator.ToString(), "a text");
                break;
            default:
                CheckValue(projection, filter.Path, filter.Operator.ToString());
                break;
        }
    }

    private static void CheckValue(ProjectionDefinition projection, FieldPath path, string use)
    {
        var schema = Find(projection, path);
        if (!IsValue(schema.Kind))
            throw Wrong(projection, path, schema.Kind, use, "a single value");
    }

    private static bool IsValue(FieldKind kind) => kind is not (FieldKind.Object or FieldKind.List or FieldKind.Map);

    private static ArgumentException Wrong(ProjectionDefinition projection, FieldPath path, FieldKind actual, string use, string expected) =>
        new($"Field '{path}' of projection '{projection.Name}' is of kind {actual}; {use} asks for {expected}.");
}
