using System.Data.Common;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Chooses the statement for the documents of some keys and adds its parameters.</summary>
internal static class DocumentKeyBinding
{
    /// <summary>Most often all keys are of one tenant, for whom the index gives them in one go.</summary>
    public static string Text(DocumentTable table, IReadOnlyCollection<DocumentKey> keys) => OneTenant(keys) is null ? table.OfTenants : table.OfOneTenant;

    public static void Bind(DbParameterCollection parameters, IReadOnlyCollection<DocumentKey> keys)
    {
        if (OneTenant(keys) is { } tenant)
            parameters.AddText(tenant);
        else
            parameters.AddArray([.. keys.Select(key => key.Tenant)], NpgsqlDbType.Text);
        parameters.AddArray([.. keys.Select(key => key.Id)], NpgsqlDbType.Text);
    }

    /// <summary>Adds tenants and ids, whatever their number.</summary>
    public static void BindAll(DbParameterCollection parameters, IReadOnlyCollection<DocumentKey> keys)
    {
        parameters.AddArray([.. keys.Select(key => key.Tenant)], NpgsqlDbType.Text);
        parameters.AddArray([.. keys.Select(key => key.Id)], NpgsqlDbType.Text);
    }

    private static string? OneTenant(IReadOnlyCollection<DocumentKey> keys)
    {
        var tenant = keys.FirstOrDefault().Tenant ?? "";
        return keys.All(key => key.Tenant == tenant) ? tenant : null;
    }
}
