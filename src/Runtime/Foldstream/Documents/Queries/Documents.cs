using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Foldstream;

/// <summary>The documents of one projection, to be read: by key, by source, and by filters over their fields.</summary>
/// <remarks>
/// What is read belongs to the caller: it is made from the stored bytes each time. Documents that are built beside the present ones are never seen.
/// Safe under concurrent use, and as cheap as a reference.
/// </remarks>
/// <typeparam name="T">The projection.</typeparam>
public sealed class Documents<T>
    where T : class, IProjection<T>
{
    private const int RowsOfStream = 500;

    private readonly IReadModelStore store;
    private readonly string? tenant;

    internal Documents(IReadModelStore store, string? tenant)
    {
        this.store = store;
        this.tenant = tenant;
    }

    private static ProjectionDefinition Definition => T.Definition;

    private static DocumentCollection Collection => new(Definition.Name);

    /// <summary>The documents of another tenant.</summary>
    /// <exception cref="ArgumentException">The tenant breaks the rules of <see cref="StreamId.Tenant"/>.</exception>
    public Documents<T> OfTenant(string tenant)
    {
        StreamIdRules.CheckTenant(tenant);
        return new(store, tenant);
    }

    /// <summary>The documents of all tenants.</summary>
    public Documents<T> OfAllTenants() => new(store, null);

    /// <summary>A field by its path as text, such as <c>address.street</c> or <c>lines[0].amount</c>, where it is not known at compile time.</summary>
    /// <exception cref="UnknownFieldException">The documents have no such field.</exception>
    public DocumentField Field(string path) => DocumentField.Parse(Definition, path);

    /// <summary>The document of a key; null where there is none. A key without a tenant is one of the tenant whose documents these are.</summary>
    /// <exception cref="ArgumentException">The key breaks the rules of <see cref="DocumentKey.Id"/>, or is that of another tenant.</exception>
    public async ValueTask<Document<T>?> FindAsync(DocumentKey key, CancellationToken cancellationToken = default)
    {
        var found = await store.LoadDocumentsAsync(Collection, [Own(key)], cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : DocumentReading.Read<T>(found[0]);
    }

    /// <summary>The document of a key.</summary>
    /// <exception cref="DocumentNotFoundException">There is none.</exception>
    /// <exception cref="ArgumentException">The key breaks the rules of <see cref="DocumentKey.Id"/>, or is that of another tenant.</exception>
    public async ValueTask<Document<T>> LoadAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        await FindAsync(key, cancellationToken).ConfigureAwait(false) ?? throw new DocumentNotFoundException(Definition.Name, Own(key));

    /// <summary>The documents of some keys, in the order of the keys; one that has no document is left out, one that is named again is not read again.</summary>
    /// <exception cref="ArgumentException">A key breaks the rules of <see cref="DocumentKey.Id"/>, or is that of another tenant.</exception>
    public async ValueTask<IReadOnlyList<Document<T>>> FindAsync(IEnumerable<DocumentKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        DocumentKey[] asked = [.. keys.Select(Own).Distinct()];
        if (asked.Length == 0)
            return [];
        var found = await store.LoadDocumentsAsync(Collection, asked, cancellationToken).ConfigureAwait(false);
        var byKey = found.ToDictionary(stored => stored.Key);
        return [.. asked.Where(byKey.ContainsKey).Select(key => DocumentReading.Read<T>(byKey[key]))];
    }

    /// <summary>The document that follows from a stream; null where there is none.</summary>
    /// <exception cref="AmbiguousDocumentException">Several documents follow from it.</exception>
    /// <exception cref="ArgumentException">The stream is that of another tenant.</exception>
    public ValueTask<Document<T>?> FindBySourceAsync(StreamId source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (tenant is not null && source.Tenant != tenant)
            throw OtherTenant($"Stream '{source}'", source.Tenant, nameof(source));
        return FindOnlyAsync(new DocumentQuery { Tenant = source.Tenant, Source = source, Limit = 2 }, cancellationToken);
    }

    /// <summary>The one document that a filter matches; null where none does.</summary>
    /// <exception cref="AmbiguousDocumentException">Several documents match.</exception>
    /// <exception cref="UnknownFieldException">The filter asks for a field that the documents do not have.</exception>
    public ValueTask<Document<T>?> FindOneAsync(DocumentFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        QueryRules.Check(Definition, filter);
        return FindOnlyAsync(new DocumentQuery { Tenant = tenant, Filter = filter, Limit = 2 }, cancellationToken);
    }

    /// <summary>A page of the documents that a filter matches.</summary>
    /// <param name="filter">Which documents. The default, null, is all.</param>
    /// <param name="sort">In which order; ids break ties. The default, null, is by id.</param>
    /// <param name="page">Which page. The default, null, is <c>Page.First(100)</c>: <see cref="DocumentPage{T}.Next"/> tells whether there are more.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="UnknownFieldException">The filter or the sort asks for a field that the documents do not have.</exception>
    /// <exception cref="ForeignCursorException">The cursor of the page belongs to another sort or projection.</exception>
    public async ValueTask<DocumentPage<T>> FindAsync(
        DocumentFilter? filter = null, Sort? sort = null, Page? page = null, CancellationToken cancellationToken = default)
    {
        var plan = new PagePlan(Definition, tenant, filter, sort, page ?? Page.First(Page.DefaultSize));
        var rows = await store.QueryAsync(Collection, plan.Query, cancellationToken).ConfigureAwait(false);
        long? total = plan.WantsTotal ? await store.CountAsync(Collection, tenant, filter, cancellationToken).ConfigureAwait(false) : null;
        var (items, previous, next) = plan.Cut(rows);
        return new DocumentPage<T>([.. items.Select(DocumentReading.Read<T>)], previous, next, total);
    }

    /// <summary>All documents that a filter matches, read page after page while they are taken.</summary>
    /// <remarks>Each page is read when it is asked for: a document that is changed meanwhile can be met where it was before, where it is now, at both places or at none, as its sort keys have it.</remarks>
    /// <param name="filter">Which documents. The default, null, is all.</param>
    /// <param name="sort">In which order; ids break ties. The default, null, is by id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnknownFieldException">The filter or the sort asks for a field that the documents do not have.</exception>
    public IAsyncEnumerable<Document<T>> ReadAsync(DocumentFilter? filter = null, Sort? sort = null, CancellationToken cancellationToken = default)
    {
        // Checked at the call, not at the first step.
        var first = new PagePlan(Definition, tenant, filter, sort, Page.First(RowsOfStream));
        return StreamAsync(first, filter, sort, cancellationToken);
    }

    /// <summary>How many documents a filter matches.</summary>
    /// <param name="filter">Which documents. The default, null, is all.</param>
    /// <param name="cancellationToken">Ends the count.</param>
    /// <exception cref="UnknownFieldException">The filter asks for a field that the documents do not have.</exception>
    public ValueTask<long> CountAsync(DocumentFilter? filter = null, CancellationToken cancellationToken = default)
    {
        if (filter is not null)
            QueryRules.Check(Definition, filter);
        return store.CountAsync(Collection, tenant, filter, cancellationToken);
    }

    private async IAsyncEnumerable<Document<T>> StreamAsync(
        PagePlan plan, DocumentFilter? filter, Sort? sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await store.QueryAsync(Collection, plan.Query, cancellationToken).ConfigureAwait(false);
            var (items, _, next) = plan.Cut(rows);
            foreach (var item in items)
                yield return DocumentReading.Read<T>(item);
            if (next is null)
                yield break;
            plan = new PagePlan(Definition, tenant, filter, sort, Page.After(next, RowsOfStream));
        }
    }

    private async ValueTask<Document<T>?> FindOnlyAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        var found = await store.QueryAsync(Collection, query, cancellationToken).ConfigureAwait(false);
        return found.Count switch
        {
            0 => null,
            1 => DocumentReading.Read<T>(found[0]),
            _ => throw new AmbiguousDocumentException(Definition.Name, [.. found.Select(stored => stored.Key)]),
        };
    }

    private DocumentKey Own(DocumentKey key)
    {
        StreamIdRules.CheckId(key.Id);
        if (tenant is null || key.Tenant == tenant)
            return key;
        return key.Tenant.Length == 0 ? key with { Tenant = tenant } : throw OtherTenant($"Document '{key.Id}'", key.Tenant, nameof(key));
    }

    private ArgumentException OtherTenant(string what, string other, string parameter) =>
        new($"{what} is of tenant '{other}', these are the documents of tenant '{tenant}': ask OfTenant(\"{other}\") or OfAllTenants().", parameter);
}
