using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.Generators;

/// <summary>Reads the types whose state is kept: projections, and aggregates and deciders with <c>[Snapshot]</c>.</summary>
internal static class StateJsonParser
{
    /// <summary>The aggregate's state; null without snapshots, or where it cannot be served, which the rules explain.</summary>
    public static StateJsonModel? ParseAggregate(INamedTypeSymbol type)
    {
        if (FindSnapshots(type, "IAggregate") is not { } snapshots || !AggregateShape.IsServable(type))
            return null;
        var types = new JsonTypes(type.ContainingAssembly);
        var state = new StateShape(type);
        return state.IsServable(types) ? OfMembers(state, "AggregateState", snapshots, new ShapeParser(types)) : null;
    }

    /// <inheritdoc cref="ParseAggregate"/>
    public static StateJsonModel? ParseDecider(INamedTypeSymbol type)
    {
        if (FindSnapshots(type, "IDecider") is not { } snapshots || !DeciderShape.IsServable(type))
            return null;
        var types = new JsonTypes(type.ContainingAssembly);
        if (DeciderState.FindProblems(type, types).Count > 0)
            return null;
        var shapes = new ShapeParser(types);
        var shape = shapes.ValueOf(type).Name;
        return new(TypeNesting.Of(type), "DeciderState", TypeNames.Qualified(type), snapshots, EquatableArray<StateMemberModel>.Empty, shape, shapes.Found);
    }

    /// <inheritdoc cref="ParseAggregate"/>
    public static StateJsonModel? ParseProjection(INamedTypeSymbol type)
    {
        if (!ProjectionShape.IsServable(type))
            return null;
        var shapes = new ShapeParser(new JsonTypes(type.ContainingAssembly));
        // An enum as a key is written by its names, whether documents hold it or not.
        foreach (var key in ProjectionKey.Of(type).Where(key => key.Value is { Form: KeyValueForm.Enum }))
            shapes.ValueOf(key.Value!.Value);
        return OfMembers(new StateShape(type), "State", snapshots: null, shapes);
    }

    private static SnapshotModel? FindSnapshots(INamedTypeSymbol type, string contract) => SnapshotShape.Of(type) is { } snapshot && snapshot.FindProblem(type) is null
        ? new(contract, PolicyOf(type, snapshot), snapshot.InBackground)
        : null;

    private static string? PolicyOf(INamedTypeSymbol type, SnapshotShape snapshot)
    {
        string?[] policies =
        [
            snapshot.Every > 0 ? $"global::Foldstream.SnapshotPolicy.Every({SymbolDisplay.FormatPrimitive(snapshot.Every, quoteStrings: false, useHexadecimalNumbers: false)})" : null,
            snapshot.Policy is { } name ? $"{TypeNames.Qualified(type)}.{TypeNames.Escape(name)}" : null,
        ];
        var given = policies.OfType<string>().ToList();
        return given.Count == 0 ? null : string.Join(" | ", given);
    }

    private static StateJsonModel OfMembers(StateShape state, string kind, SnapshotModel? snapshots, ShapeParser shapes)
    {
        var members = StateMemberParser.Parse(state, shapes);
        return new(TypeNesting.Of(state.Class), kind, TypeNames.Qualified(state.Class), snapshots, members, Shape: null, shapes.Found);
    }
}
