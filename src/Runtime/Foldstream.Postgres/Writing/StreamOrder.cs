namespace Foldstream.Postgres;

/// <summary>The one order in which the rows of several streams are locked.</summary>
internal static class StreamOrder
{
    public static int Compare(StreamId left, StreamId right)
    {
        var byCategory = string.CompareOrdinal(left.Category, right.Category);
        if (byCategory != 0)
            return byCategory;
        var byId = string.CompareOrdinal(left.Id, right.Id);
        return byId != 0 ? byId : string.CompareOrdinal(left.Tenant, right.Tenant);
    }
}
